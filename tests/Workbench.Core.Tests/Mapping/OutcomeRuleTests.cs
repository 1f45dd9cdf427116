using LlmRec.Workbench.Mapping;
using LlmRec.Workbench.Mapping.Fusion;
using LlmRec.Workbench.Mapping.Sources;

namespace LlmRec.Workbench.Tests.Mappings;

public sealed class OutcomeRuleTests
{
    [Theory]
    [InlineData(MappingOutcome.Mapped, 0.95, 0.02)]
    [InlineData(MappingOutcome.Ambiguous, 0.6, 0.3)]
    [InlineData(MappingOutcome.Ambiguous, 0.45, 0.45)]
    [InlineData(MappingOutcome.NoCategory, 0.04, 0.03)]
    [InlineData(MappingOutcome.NoCategory)]
    public void Of_RankedScores_SaysHowItEnded(MappingOutcome expected, params double[] scores) =>
        OutcomeRule.Default.Of([.. scores.Select((s, i) => new ScoredCandidate($"{i}", s, CandidateEvidence.None))]).ShouldBe(expected);

    [Theory]
    [InlineData(MappingOutcome.Ambiguous, CandidateEvidence.WholeName)]
    [InlineData(MappingOutcome.NoCategory, 0.65)]
    public void Of_ManyNamesakes_IsAmbiguousHoweverLowTheirShare(MappingOutcome expected, double exact) =>
        OutcomeRule.Default.Of([new ScoredCandidate("a", 0.001, new CandidateEvidence(Exact: exact))]).ShouldBe(expected);

    [Fact]
    public void Fuse_EqualEvidence_SharesTheProbability()
    {
        var table = new EvidenceTable();
        foreach (var category in new[] { 1, 2 })
        {
            table.Add(category, EvidenceKind.Exact, 1);
            table.Add(category, EvidenceKind.Lexical, 1);
        }

        var scores = new EvidenceFusion(FusionCoefficients.Default).Fuse(table);

        scores[1].ShouldBe(scores[2]);
        scores[1].ShouldBeInRange(0.2, 0.6);
    }

    [Fact]
    public void Fuse_AlternativesOfAText_DoNotCompete()
    {
        var (together, apart) = (new EvidenceTable(), new EvidenceTable());
        foreach (var category in new[] { 1, 2 })
        {
            together.Add(category, EvidenceKind.Exact, 0.65);
            together.Add(category, EvidenceKind.Lexical, 0.8);
            apart.Add(category, EvidenceKind.Exact, 0.65, part: category);
            apart.Add(category, EvidenceKind.Lexical, 0.8, part: category);
        }

        var fusion = new EvidenceFusion(FusionCoefficients.Default);

        fusion.Fuse(apart)[1].ShouldBeGreaterThan(fusion.Fuse(together)[1] + 0.1);
    }
}
