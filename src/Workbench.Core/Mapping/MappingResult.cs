namespace LlmRec.Workbench.Mapping;

/// <summary>What a text was mapped to: the outcome and the candidates, best first.</summary>
public sealed record MappingResult(string Text, MappingOutcome Outcome, IReadOnlyList<ScoredCandidate> Candidates);
