namespace LlmRec.Workbench.Titles.Answers;

/// <summary>How many sentences wait for repair, and of these how many fail each check; one sentence can fail several.</summary>
/// <param name="Violations">Name of a check, or <see cref="RepairRows.ByRule"/>, to its count.</param>
public sealed record RepairCounts(int Total, IReadOnlyDictionary<string, int> Violations);
