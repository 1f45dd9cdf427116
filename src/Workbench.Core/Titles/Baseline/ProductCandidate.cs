namespace LlmRec.Workbench.Titles.Baseline;

/// <summary>A stretch of the folded title that may say what the product is.</summary>
internal readonly record struct ProductCandidate(int Start, int End, double Score);
