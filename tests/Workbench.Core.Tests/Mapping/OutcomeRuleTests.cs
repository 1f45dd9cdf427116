using LlmRec.Workbench.Mapping;

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
        OutcomeRule.Of([.. scores.Select((s, i) => new ScoredCandidate($"{i}", s, new CandidateEvidence(0, 0, 0, 0)))]).ShouldBe(expected);

    [Fact]
    public void Fuse_EqualEvidence_SharesTheProbability()
    {
        var table = new EvidenceTable();
        table.AddExact(1, 1);
        table.AddLexical(1, 1);
        table.AddExact(2, 1);
        table.AddLexical(2, 1);

        var scores = EvidenceFusion.Default.Fuse(table);

        scores[1].ShouldBe(scores[2]);
        scores[1].ShouldBeInRange(0.45, 0.5);
    }
}
