namespace LlmRec.Workbench.Mapping;

/// <summary>A category that a text may mean, with the probability that it does (0 to 1) and the evidence for it.</summary>
public sealed record ScoredCandidate(string CategoryId, double Score, CandidateEvidence Evidence);
