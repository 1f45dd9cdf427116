namespace LlmRec.Workbench.Releases;

/// <summary>How far writing a release is, in source categories.</summary>
public sealed record ReleaseProgress(int Done, int Total);
