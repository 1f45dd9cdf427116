using LlmRec.Workbench.Mapping;
using LlmRec.Workbench.Releases;
using LlmRec.Workbench.Review;
using LlmRec.Workbench.Runs;
using LlmRec.Workbench.Titles;

namespace LlmRec.Workbench.Overview;

/// <summary>Finds what waits for a person.</summary>
public sealed class NeedFinder(JudgmentService judgments, TitleQueue titles, TitleRepairQueue repair, MappingRefresher mappings)
{
    /// <summary>In the order to do it in.</summary>
    public async Task<IReadOnlyList<Need>> FindAsync(
        Funnel funnel, IReadOnlyList<RunSummary> lastRuns, ReleaseSummary? lastRelease, CancellationToken cancellationToken = default)
    {
        var lastBatches = await judgments.GetRecentBatchesAsync(1, cancellationToken);
        var work = new TitleWork(
            await titles.CountWaitingAsync(cancellationToken), await repair.CountRowsAsync(new(), cancellationToken), await titles.CountApprovedAsync(cancellationToken));
        var releaseIsDue = funnel.Approved + work.Approved > 0 && (lastRelease is null || lastBatches.Any(batch => batch.At > lastRelease.CreatedAt));
        var unmapped = (await mappings.SummariseFailedAsync(cancellationToken)).Count;
        return [.. Find(funnel, lastRuns, unmapped, work, releaseIsDue)];
    }

    private static IEnumerable<Need> Find(Funnel funnel, IReadOnlyList<RunSummary> lastRuns, int unmapped, TitleWork titles, bool releaseIsDue)
    {
        if (funnel.Categories == 0)
        {
            yield return new Need(NeedKind.ImportCatalog, 0);
        }
        else if (lastRuns.Count == 0)
        {
            yield return new Need(NeedKind.FirstRun, funnel.Categories);
        }

        foreach (var run in lastRuns.Where(run => run.Run.Status == RunStatus.Paused))
        {
            yield return new Need(NeedKind.PausedRun, run.Pending, run.Run.Id);
        }

        foreach (var run in lastRuns.Where(run => !run.IsLive && run.Counts.GetValueOrDefault(ItemOutcome.Failed) > 0))
        {
            yield return new Need(NeedKind.FailedItems, run.Counts[ItemOutcome.Failed], run.Run.Id);
        }

        if (unmapped > 0)
        {
            yield return new Need(NeedKind.FailedMappings, unmapped);
        }

        if (funnel.Waiting > 0)
        {
            yield return new Need(NeedKind.WaitingPairs, funnel.Waiting);
        }

        if (titles.Waiting > 0)
        {
            yield return new Need(NeedKind.WaitingTitles, titles.Waiting);
        }

        if (titles.Repair > 0)
        {
            yield return new Need(NeedKind.TitlesInRepair, titles.Repair);
        }

        if (releaseIsDue)
        {
            yield return new Need(NeedKind.Release, funnel.Approved + titles.Approved);
        }
    }

    private sealed record TitleWork(int Waiting, int Repair, int Approved);
}
