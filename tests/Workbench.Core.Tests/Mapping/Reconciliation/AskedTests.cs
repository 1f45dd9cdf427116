using LlmRec.Workbench.Catalog;
using LlmRec.Workbench.Mapping;
using LlmRec.Workbench.Mapping.Reconciliation;
using static LlmRec.Workbench.Tests.Mappings.MappingTrees;

namespace LlmRec.Workbench.Tests.Mappings.Reconciliation;

public sealed class AskedTests
{
    private static readonly CategoryTree Shop = new(Tree("鞋", "靴", "帽子"));

    [Theory]
    [InlineData(MappingOutcome.Failed, true)]
    [InlineData(MappingOutcome.NoCategory, false)]
    public void ByName_NoCandidates_FailedAndNothingFoundStayApart(MappingOutcome outcome, bool failed)
    {
        var result = Ask(new("鞋", outcome, [], "The endpoint does not answer."));

        (result.Failed, result.Candidates.Count).ShouldBe((failed, 0));
    }

    [Fact]
    public void ByName_SeveralAccepted_AllMatch()
    {
        var result = Ask(new("鞋/靴", MappingOutcome.Mapped, [Scored("鞋", 0.97, accepted: true), Scored("靴", 0.96, accepted: true), Scored("帽子", 0.1, accepted: false)]));

        result.Candidates.Select(c => (c.Category.Id, c.Match)).ShouldBe([("鞋", true), ("靴", true), ("帽子", false)]);
    }

    [Fact]
    public void ByName_CategoryThatIsGoneMeanwhile_IsLeftOut() =>
        Ask(new("鞋", MappingOutcome.Ambiguous, [Scored("没有", 0.5, accepted: false), Scored("鞋", 0.4, accepted: false)])).Candidates.Single().Category.Id.ShouldBe("鞋");

    private static ReconciliationResult Ask(MappingResult mapping)
    {
        var query = ReconciliationQuery.Of(mapping.Text);
        return new Asked(query, new Narrowing(Shop, query)).ByName(Shop, mapping, MappingOptions.Default);
    }

    private static ScoredCandidate Scored(string id, double score, bool accepted) => new(id, score, CandidateEvidence.None, accepted);
}
