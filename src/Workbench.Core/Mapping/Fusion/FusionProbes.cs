using LlmRec.Workbench.Statistics;

namespace LlmRec.Workbench.Mapping.Fusion;

/// <summary>Invented texts whose candidates a known model answers: they stand for that model when examples are few (a prior as observations).</summary>
internal static class FusionProbes
{
    private const int Texts = 400;
    private const int CandidatesPerText = 4;

    private static readonly EvidenceKind[] Kinds = Enum.GetValues<EvidenceKind>();

    /// <summary>Each candidate twice, as right and as wrong, weighed by the model's probability of either; a text's candidates weigh <paramref name="trust"/> / 400 each.</summary>
    public static IEnumerable<FusionRow> Of(FusionCoefficients model, double trust)
    {
        for (var text = 0; text < Texts; text++)
        {
            var candidates = Enumerable.Range(0, CandidatesPerText).Select(candidate => Invent((text * CandidatesPerText) + candidate)).ToList();
            foreach (var features in FusionFeatures.Of(candidates, model.Standing))
            {
                var right = model.Probability(features);
                yield return Row(features, true, right * trust / Texts);
                yield return Row(features, false, (1 - right) * trust / Texts);
            }
        }
    }

    // Most kinds say nothing about most candidates.
    private static CandidateEvidence Invent(int candidate) => Kinds.Aggregate(
        CandidateEvidence.None,
        (evidence, kind) => Number(candidate, kind, 0) < (kind == EvidenceKind.Lexical ? 0.9 : 0.3) ? evidence.With(kind, Number(candidate, kind, 1)) : evidence);

    // From 0 to 1, the same for the same place.
    private static double Number(int candidate, EvidenceKind kind, int use) =>
        (SplitMix.Mix((ulong)((((candidate * Kinds.Length) + (int)kind) * 2) + use + 1)) >> 11) * (1.0 / (1UL << 53));

    private static FusionRow Row(FusionFeatures features, bool isRight, double weight) => new() { Features = [.. features.Values], Label = isRight, Weight = (float)weight };
}
