namespace LlmRec.Workbench.Mapping.Fusion;

/// <summary>What evidence weighs when candidates of one text compete: a utility per candidate, linear in its evidence, that is 0 for "none of them".</summary>
/// <param name="Intercept">The utility of a candidate without any evidence.</param>
/// <param name="Weights">By <see cref="EvidenceKind"/>; a kind that is missing weighs nothing.</param>
public sealed record FusionStanding(double Intercept, IReadOnlyDictionary<EvidenceKind, double> Weights)
{
    /// <summary>One utility per candidate, in their order.</summary>
    public double[] Utilities(IReadOnlyList<CandidateEvidence> candidates)
    {
        var weights = Weights.ToArray();
        var utilities = new double[candidates.Count];
        for (var i = 0; i < utilities.Length; i++)
        {
            var sum = 0d;
            foreach (var (kind, weight) in weights)
            {
                sum += weight * candidates[i][kind];
            }

            utilities[i] = Intercept + sum;
        }

        return utilities;
    }
}
