namespace LlmRec.Workbench.Complements;

/// <summary>How many approved pairs lead from one first-level category to another.</summary>
public sealed record ComplementFlow(string SourceId, string SourceName, string TargetId, string TargetName, int Count);
