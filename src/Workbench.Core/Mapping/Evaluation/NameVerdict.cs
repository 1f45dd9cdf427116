using System.Text.Json.Serialization;

namespace LlmRec.Workbench.Mapping.Evaluation;

/// <summary>How the mapping of one name turned out.</summary>
/// <param name="RightRank">The rank of the first right candidate, from 1; 0 when none of the first ten is right.</param>
/// <param name="Candidates">At most ten, best first.</param>
/// <param name="Error">Why the outcome is <see cref="MappingOutcome.Failed"/>.</param>
public sealed record NameVerdict(GoldName Gold, MappingOutcome Outcome, int RightRank, IReadOnlyList<ScoredCandidate> Candidates, string? Error = null)
{
    /// <summary>Candidates that are looked at.</summary>
    public const int Depth = 10;

    /// <summary>The first candidate is right.</summary>
    public bool IsRight => RightRank == 1;

    /// <summary>Taken without a person.</summary>
    public bool IsAccepted => Outcome == MappingOutcome.Mapped;

    /// <summary>Something that a person should look at: the first candidate is not right, or a name without a category was given one.</summary>
    public bool IsWrong => Gold.HasCategory ? !IsRight : IsAccepted;

    [JsonIgnore]
    public Prediction Prediction => new(First?.Score ?? 0, IsRight);

    /// <summary>The first candidate; null without any.</summary>
    [JsonIgnore]
    public ScoredCandidate? First => Candidates.Count > 0 ? Candidates[0] : null;

    public bool IsWithin(int top) => RightRank >= 1 && RightRank <= top;

    public static NameVerdict Of(GoldName gold, MappingResult result)
    {
        var candidates = result.Candidates.Take(Depth).ToList();
        var right = candidates.FindIndex(c => gold.CategoryIds.Contains(c.CategoryId));
        return new NameVerdict(gold, result.Outcome, right + 1, candidates, result.Error);
    }
}
