namespace LlmRec.Workbench.Mapping;

/// <summary>What a text was mapped to: the outcome and the candidates, best first.</summary>
/// <param name="Error">Why the outcome is <see cref="MappingOutcome.Failed"/>; null for the others.</param>
public sealed record MappingResult(string Text, MappingOutcome Outcome, IReadOnlyList<ScoredCandidate> Candidates, string? Error = null)
{
    /// <summary>The stored settings that it was mapped with; null for the shipped ones and for a trial.</summary>
    public int? SettingsId { get; init; }
}
