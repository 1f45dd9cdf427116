namespace LlmRec.Workbench.Mapping.Fusion;

/// <summary>Says from the ranked candidates how a mapping ended and which of them are taken without a person.</summary>
/// <param name="AcceptFrom">The probability from which a candidate is taken.</param>
/// <param name="PlausibleFrom">A first candidate below this is not plausible, unless its name is the text.</param>
public sealed record OutcomeRule(double AcceptFrom, double PlausibleFrom)
{
    public static OutcomeRule Default { get; } = new(0.85, 0.08);

    /// <param name="ranked">The candidates, best first.</param>
    public MappingOutcome Of(IReadOnlyList<ScoredCandidate> ranked)
    {
        if (ranked.Count == 0 || !IsPlausible(ranked[0]))
        {
            return MappingOutcome.NoCategory;
        }

        return Accepts(ranked[0].Score) ? MappingOutcome.Mapped : MappingOutcome.Ambiguous;
    }

    // Of very many namesakes each is improbable, and yet one of them is meant.
    private bool IsPlausible(ScoredCandidate first) => first.Score >= PlausibleFrom || first.Evidence is { Alias: > 0 } or { IsWholeName: true };

    public bool Accepts(double score) => score >= AcceptFrom;
}
