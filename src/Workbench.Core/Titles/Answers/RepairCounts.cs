namespace LlmRec.Workbench.Titles.Answers;

/// <summary>How many sentences wait for repair, and of these how many fail each check (name to count, <see cref="RepairRows.ByRule"/> among them); one sentence can fail several.</summary>
public sealed record RepairCounts(int Total, IReadOnlyDictionary<string, int> Violations);
