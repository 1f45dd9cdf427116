using LlmRec.Workbench.Mapping;
using LlmRec.Workbench.Mapping.Evaluation;

namespace LlmRec.Workbench.Tests.Mapping.Evaluation;

/// <summary>Verdicts made by hand.</summary>
internal static class Verdicts
{
    /// <param name="right">Rank of the right candidate; 0 for none.</param>
    public static NameVerdict Of(string stratum, MappingOutcome outcome, int right, double probability = 0.5, string name = "n") =>
        NameVerdict.Of(new GoldName(name, ["gold"], stratum), new MappingResult(name, outcome, Candidates(right, probability)));

    public static NameVerdict WithoutCategory(MappingOutcome outcome, double probability) =>
        NameVerdict.Of(new GoldName("n", []), new MappingResult("n", outcome, Candidates(0, probability)));

    private static List<ScoredCandidate> Candidates(int right, double probability) =>
        [.. Enumerable.Range(1, 12).Select(rank => new ScoredCandidate(rank == right ? "gold" : $"c{rank}", probability / rank, new CandidateEvidence(Lexical: 0.4)))];
}
