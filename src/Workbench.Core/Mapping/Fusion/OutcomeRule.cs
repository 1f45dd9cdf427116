namespace LlmRec.Workbench.Mapping.Fusion;

/// <summary>Says from the ranked candidates how a mapping ended and which of them are taken without a person.</summary>
/// <param name="AcceptFrom">The probability from which a candidate is taken.</param>
/// <param name="PlausibleFrom">A first candidate below this is not plausible.</param>
public sealed record OutcomeRule(double AcceptFrom, double PlausibleFrom)
{
    public static OutcomeRule Default { get; } = new(0.85, 0.08);

    /// <param name="ranked">The candidates, best first.</param>
    public MappingOutcome Of(IReadOnlyList<ScoredCandidate> ranked)
    {
        if (ranked.Count == 0 || ranked[0].Score < PlausibleFrom)
        {
            return MappingOutcome.NoCategory;
        }

        return Accepts(ranked[0].Score) ? MappingOutcome.Mapped : MappingOutcome.Ambiguous;
    }

    public bool Accepts(double score) => score >= AcceptFrom;
}
