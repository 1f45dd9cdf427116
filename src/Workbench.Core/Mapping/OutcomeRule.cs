namespace LlmRec.Workbench.Mapping;

/// <summary>Says from the ranked candidates how the mapping ended.</summary>
internal static class OutcomeRule
{
    /// <summary>The first candidate's probability and its lead over the second from which no person has to choose.</summary>
    public const double MappedFrom = 0.92;
    public const double Lead = 0.3;

    /// <summary>A first candidate below this is not plausible.</summary>
    public const double PlausibleFrom = 0.08;

    public static MappingOutcome Of(IReadOnlyList<ScoredCandidate> ranked)
    {
        if (ranked.Count == 0 || ranked[0].Score < PlausibleFrom)
        {
            return MappingOutcome.NoCategory;
        }

        var lead = ranked[0].Score - (ranked.Count > 1 ? ranked[1].Score : 0);
        return ranked[0].Score >= MappedFrom && lead >= Lead ? MappingOutcome.Mapped : MappingOutcome.Ambiguous;
    }
}
