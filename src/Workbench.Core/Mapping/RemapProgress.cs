namespace LlmRec.Workbench.Mapping;

/// <summary>How far mapping stored texts again has come.</summary>
public sealed record RemapProgress(int Done, int Total);
