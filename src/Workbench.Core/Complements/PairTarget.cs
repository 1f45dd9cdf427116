namespace LlmRec.Workbench.Complements;

/// <summary>A site category that an approved pair leads to.</summary>
public sealed class PairTarget
{
    public long PairId { get; init; }
    public required string CategoryId { get; init; }
}
