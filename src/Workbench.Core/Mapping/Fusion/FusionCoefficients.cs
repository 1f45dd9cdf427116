namespace LlmRec.Workbench.Mapping.Fusion;

/// <summary>What each piece of evidence weighs in the probability of a candidate.</summary>
public sealed record FusionCoefficients
{
    /// <summary>As shipped. How they were found: docs/decisions/mapping.md.</summary>
    public static FusionCoefficients Default { get; } = new();

    public double Intercept { get; init; } = -6.8;

    /// <summary>By the name of the feature.</summary>
    public IReadOnlyDictionary<string, double> Weights { get; init; } = new Dictionary<string, double>
    {
        [nameof(EvidenceKind.Exact)] = 2.7, [nameof(EvidenceKind.Alias)] = 25, [nameof(EvidenceKind.Lexical)] = 12.3, [nameof(EvidenceKind.Query2Cate)] = 5,
        [nameof(EvidenceKind.Titles)] = 3, [nameof(EvidenceKind.Embedding)] = 3, [nameof(EvidenceKind.Choice)] = 3,
    };
}
