namespace LlmRec.Workbench.Mapping;

/// <summary>What each evidence source says about one candidate: 0 (nothing) to 1 (certain).</summary>
public sealed record CandidateEvidence(double Exact, double Alias, double Lexical, double Query2Cate);
