namespace LlmRec.Workbench.Mapping.Reconciliation;

/// <summary>The candidates for one query, best first.</summary>
/// <param name="Failed">An evidence source could not be asked: the absence of candidates means nothing.</param>
public sealed record ReconciliationResult(bool Failed, IReadOnlyList<ReconciledCategory> Candidates);
