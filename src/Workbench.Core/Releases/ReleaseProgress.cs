namespace LlmRec.Workbench.Releases;

/// <summary>How far writing a release is, in source categories and items with a title.</summary>
public sealed record ReleaseProgress(int Done, int Total);
