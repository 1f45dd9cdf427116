using LlmRec.Workbench.Complements;
using LlmRec.Workbench.Releases;
using LlmRec.Workbench.Runs;

namespace LlmRec.Workbench.Overview;

/// <summary>Where everything stands, what waits for a person and what changed last.</summary>
/// <param name="Needs">In the order to do them in; the first is the next step.</param>
/// <param name="LastRuns">Newest first.</param>
/// <param name="Flows">Approved pairs between first-level categories, largest first.</param>
public sealed record WorkbenchOverview(
    Funnel Funnel, IReadOnlyList<Need> Needs, IReadOnlyList<RunSummary> LastRuns, ReleaseSummary? LastRelease, IReadOnlyList<ComplementFlow> Flows);
