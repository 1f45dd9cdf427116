namespace LlmRec.Workbench.Mapping;

/// <summary>A category that a text may mean, with its probability (0 to 1) and the evidence behind it.</summary>
/// <param name="Accepted">The outcome rule takes it without a person; several candidates of one text may be.</param>
public sealed record ScoredCandidate(string CategoryId, double Score, CandidateEvidence Evidence, bool Accepted = false);
