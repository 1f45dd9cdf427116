namespace LlmRec.Workbench.Complements;

/// <summary>
/// A pair as seen from one of its categories. The other category is an approved target, or the machine's best candidate while nobody has approved one;
/// it is null when there is none.
/// </summary>
public sealed record ComplementRow(long PairId, string? CategoryId, string? Path, string Text, double Score, int Support, PairState State);
