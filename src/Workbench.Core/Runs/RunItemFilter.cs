namespace LlmRec.Workbench.Runs;

/// <summary>Which items of a run to list.</summary>
/// <param name="Outcome">Null for every outcome.</param>
/// <param name="Text">Part of the subject's name or ID; null or empty for all.</param>
public sealed record RunItemFilter(ItemOutcome? Outcome = null, string? Text = null);
