using LlmRec.Workbench.Mapping;
using LlmRec.Workbench.Mapping.Fusion;

namespace LlmRec.Workbench.Benchmarks;

/// <summary>What was known before any fit (docs/decisions/mapping.md): an alias decides; clicks, titles and vectors decide between near-equal names; a model's choice is evidence.</summary>
internal static class FusionPriors
{
    // What the development sets, which have names only, can say nothing about.
    private static readonly Dictionary<string, double> Unseen = new()
    {
        [nameof(EvidenceKind.Alias)] = 6, [nameof(EvidenceKind.Query2Cate)] = 0.5, [nameof(EvidenceKind.Titles)] = 0.3, [nameof(EvidenceKind.Embedding)] = 0.3,
        [nameof(EvidenceKind.Choice)] = 0.2,
    };

    public static FusionCoefficients Start { get; } = new()
    {
        Intercept = 0,
        Weights = new Dictionary<string, double>(Unseen) { [FusionFeatures.Share] = 0.3, [FusionFeatures.Lead] = 0.8 },
        Standing = FusionCoefficients.Default.Standing,
    };

    /// <summary>The fitted model, with what is set by hand put back.</summary>
    public static FusionCoefficients Restore(FusionCoefficients fitted) => fitted with
    {
        Intercept = Math.Round(fitted.Intercept, 4), Weights = fitted.Weights.ToDictionary(w => w.Key, w => Unseen.GetValueOrDefault(w.Key, Math.Round(w.Value, 4))),
    };
}
