using LlmRec.Workbench.Catalog;
using LlmRec.Workbench.Complements;
using LlmRec.Workbench.Releases;
using LlmRec.Workbench.Review;
using LlmRec.Workbench.Runs;

namespace LlmRec.Workbench.Overview;

/// <summary>Puts the figures of all capabilities together for the home page and for the navigation's badge.</summary>
public sealed class OverviewService(
    CatalogService catalog, RunQueries runs, ComplementQueries complements, JudgmentService judgments, ReleaseService releases)
{
    private const int RunCount = 5;

    public async Task<WorkbenchOverview> GetAsync(CancellationToken cancellationToken = default)
    {
        var tree = await catalog.GetTreeAsync(cancellationToken);
        var answered = await runs.GetAnsweredSubjectsAsync(ComplementRunKind.KindName, cancellationToken);
        var counts = await complements.GetCountsAsync(cancellationToken);
        var lastRuns = await runs.ListAsync(RunCount, cancellationToken);
        var lastRelease = await releases.GetLatestAsync(cancellationToken);
        var lastBatches = await judgments.GetRecentBatchesAsync(1, cancellationToken);
        var leaves = tree.Leaves(null);
        var funnel = new Funnel(
            leaves.Count, leaves.Count(leaf => answered.Contains(leaf.Id)), counts.Mentions, counts.Pairs, counts.Mapped, counts.Judged, counts.Approved,
            lastRelease?.PairCount ?? 0);
        var releaseIsDue = counts.Approved > 0 && (lastRelease is null || lastBatches.Any(batch => batch.At > lastRelease.CreatedAt));
        return new WorkbenchOverview(
            funnel, [.. FindNeeds(funnel, lastRuns, releaseIsDue)], lastRuns, lastRelease, await complements.GetFlowsAsync(cancellationToken));
    }

    /// <summary>How many pairs wait for a decision.</summary>
    public async Task<int> CountWaitingAsync(CancellationToken cancellationToken = default)
    {
        var counts = await complements.GetCountsAsync(cancellationToken);
        return counts.Pairs - counts.Judged;
    }

    private static IEnumerable<Need> FindNeeds(Funnel funnel, IReadOnlyList<RunSummary> lastRuns, bool releaseIsDue)
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

        if (funnel.Waiting > 0)
        {
            yield return new Need(NeedKind.WaitingPairs, funnel.Waiting);
        }

        if (releaseIsDue)
        {
            yield return new Need(NeedKind.Release, funnel.Approved);
        }
    }
}
