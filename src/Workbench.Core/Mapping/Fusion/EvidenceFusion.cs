using LlmRec.Workbench.Mapping.Sources;

namespace LlmRec.Workbench.Mapping.Fusion;

/// <summary>
/// One probability per candidate out of its evidence: a conditional logit in which the candidates compete with each other and with "none of them".
/// Two equally good candidates therefore get at most one half each. Coefficients: docs/decisions/mapping.md.
/// </summary>
internal sealed class EvidenceFusion(FusionCoefficients coefficients)
{
    private readonly (EvidenceKind Kind, double Weight)[] _weights =
        [.. Enum.GetValues<EvidenceKind>().Select(kind => (kind, coefficients.Weights.GetValueOrDefault(kind.ToString())))];

    /// <summary>The probability of each category of <paramref name="table"/>.</summary>
    public Dictionary<int, double> Fuse(EvidenceTable table)
    {
        var weights = table.Rows.ToDictionary(r => r.Key, r => Math.Exp(Utility(r.Value)));
        var total = 1 + weights.Values.Sum();
        return weights.ToDictionary(w => w.Key, w => w.Value / total);
    }

    private double Utility(CandidateEvidence evidence) => coefficients.Intercept + _weights.Sum(w => w.Weight * evidence[w.Kind]);
}
