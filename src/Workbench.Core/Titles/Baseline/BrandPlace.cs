namespace LlmRec.Workbench.Titles.Baseline;

/// <summary>Where a folded title names its brand.</summary>
/// <param name="IsGuess">Only its place in the title speaks for it.</param>
internal readonly record struct BrandPlace(int Start, int End, bool IsGuess = false);
