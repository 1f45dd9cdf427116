namespace LlmRec.Workbench.Perplexity.Segmentation;

/// <summary>A piece of text that no word boundary cuts.</summary>
/// <param name="Start">Its first byte; it ends where the next unit starts.</param>
/// <param name="AfterBlank">Whether a blank stands before it, which no word crosses.</param>
/// <param name="CasedBefore">How many of the units before it have upper and lower case.</param>
internal readonly record struct TextUnit(int Start, UnitKind Kind, bool AfterBlank, int CasedBefore);
