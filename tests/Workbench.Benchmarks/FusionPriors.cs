using LlmRec.Workbench.Mapping;
using LlmRec.Workbench.Mapping.Fusion;

namespace LlmRec.Workbench.Benchmarks;

/// <summary>What was known before any fit (docs/decisions/mapping.md): an alias decides; clicks, titles and vectors decide between near-equal names; a model's choice is evidence.</summary>
internal static class FusionPriors
{
    public static FusionCoefficients Start { get; } = new()
    {
        Intercept = 0,
        Weights = new Dictionary<string, double>
        {
            [nameof(EvidenceKind.Exact)] = 0, [nameof(EvidenceKind.Alias)] = 2, [nameof(EvidenceKind.Lexical)] = 0, [nameof(EvidenceKind.Query2Cate)] = 0.3,
            [nameof(EvidenceKind.Titles)] = 0.2, [nameof(EvidenceKind.Embedding)] = 0.2, [nameof(EvidenceKind.Choice)] = 0.3,
            [FusionFeatures.Share] = 0.3, [FusionFeatures.Lead] = 0.8, [FusionFeatures.Rivals] = 0,
        },
        Standing = FusionCoefficients.Default.Standing,
    };
}
