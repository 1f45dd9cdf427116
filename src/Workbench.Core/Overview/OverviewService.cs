using LlmRec.Workbench.Catalog;
using LlmRec.Workbench.Complements;
using LlmRec.Workbench.Releases;
using LlmRec.Workbench.Runs;

namespace LlmRec.Workbench.Overview;

/// <summary>Puts the figures of all capabilities together for the home page.</summary>
public sealed class OverviewService(
    CatalogService catalog, RunQueries runs, ComplementQueries complements, ReleaseService releases, NeedFinder needs)
{
    private const int RunCount = 5;

    public async Task<WorkbenchOverview> GetAsync(CancellationToken cancellationToken = default)
    {
        var tree = await catalog.GetTreeAsync(cancellationToken);
        var answered = await runs.GetAnsweredSubjectsAsync(ComplementRunKind.KindName, cancellationToken);
        var counts = await complements.GetCountsAsync(cancellationToken);
        var lastRuns = await runs.ListAsync(RunCount, cancellationToken);
        var lastRelease = await releases.GetLatestAsync(cancellationToken);
        var leaves = tree.Leaves(null);
        var funnel = new Funnel(
            leaves.Count, leaves.Count(leaf => answered.Contains(leaf.Id)), counts.Mentions, counts.Pairs, counts.Mapped, counts.Judged, counts.Approved,
            lastRelease?.PairCount ?? 0);
        return new WorkbenchOverview(
            funnel, await needs.FindAsync(funnel, lastRuns, lastRelease, cancellationToken), lastRuns, lastRelease, await complements.GetFlowsAsync(cancellationToken));
    }
}
