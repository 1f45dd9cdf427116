namespace LlmRec.Workbench.Mapping.Fusion;

/// <summary>One judged text: the evidence of its candidates and which of them are right.</summary>
/// <param name="Candidates">All candidates that compete for the text, at least those that were shown; the order does not matter.</param>
/// <param name="Right">Places in <paramref name="Candidates"/>; empty when none of them is right.</param>
/// <param name="Weight">What it counts, above 0: a text that was judged several times is several examples that count one together.</param>
public sealed record FusionExample(IReadOnlyList<CandidateEvidence> Candidates, IReadOnlySet<int> Right, double Weight = 1);
