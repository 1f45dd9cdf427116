namespace LlmRec.Workbench.Mapping.Fusion;

/// <summary>What evidence weighs when candidates of one text compete: a utility per candidate, linear in its evidence, that is 0 for "none of them".</summary>
/// <param name="Intercept">The utility of a candidate without any evidence.</param>
/// <param name="Weights">By <see cref="EvidenceKind"/>; a kind that is missing weighs nothing.</param>
public sealed record FusionStanding(double Intercept, IReadOnlyDictionary<EvidenceKind, double> Weights)
{
    public double Utility(CandidateEvidence evidence) => Intercept + Weights.Sum(weight => weight.Value * evidence[weight.Key]);
}
