namespace LlmRec.Workbench.Complements;

/// <summary>One name that a model gave for a category, and the run item that it comes from.</summary>
public sealed record MentionRow(string Text, int Rank, int RunId, long RunItemId, long PairId, PairState State);
