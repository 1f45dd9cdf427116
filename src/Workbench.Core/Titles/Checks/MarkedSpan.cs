namespace LlmRec.Workbench.Titles.Checks;

/// <summary>A part of a text and what became of it. Position and length count UTF-16 units, never cut a character, and the spans of a text cover it without gaps.</summary>
public readonly record struct MarkedSpan(int Start, int Length, MarkKind Kind);
