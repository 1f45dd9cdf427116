using LlmRec.Workbench.Mapping;
using LlmRec.Workbench.Mapping.Choices;
using static LlmRec.Workbench.Tests.Mappings.MappingTrees;

namespace LlmRec.Workbench.Tests.Mappings.Choices;

/// <summary>Choices as evidence.</summary>
public sealed class ChoiceSourceTests
{
    private static readonly MappingIndex Shoes = new(Tree("男帆布鞋", "女帆布鞋", "童帆布鞋", "锅"), []);

    [Fact]
    public void Map_PickedOne_RisesAndTheOthersFall()
    {
        var (before, after) = (Map(), Map(Choice("a", 1, "女帆布鞋")));

        after.Candidates[0].CategoryId.ShouldBe("女帆布鞋");
        after.Candidates[0].Score.ShouldBeGreaterThan(before.Candidates.Single(c => c.CategoryId == "女帆布鞋").Score);
        after.Candidates.ShouldAllBe(c => c.Evidence.Choice == (c.CategoryId == "女帆布鞋" ? 1 : -1));
    }

    [Fact]
    public void Map_Declined_EveryCandidateFallsInTheSameOrder()
    {
        var (before, after) = (Map(), Map(Choice("a", 1, null)));

        after.Candidates.Select(c => c.CategoryId).ShouldBe(before.Candidates.Select(c => c.CategoryId));
        after.Candidates.Zip(before.Candidates).ShouldAllBe(pair => pair.First.Score < pair.Second.Score);
    }

    [Fact]
    public void Map_NewerAnswerOfTheSameModel_Replaces() =>
        Map(Choice("a", 1, "男帆布鞋"), Choice("a", 2, "女帆布鞋")).Candidates[0].CategoryId.ShouldBe("女帆布鞋");

    [Fact]
    public void Map_ModelsDisagree_TheirMeanCounts() => Map(Choice("a", 1, "男帆布鞋"), Choice("b", 2, "女帆布鞋")).Candidates
        .ToDictionary(c => c.CategoryId, c => c.Evidence.Choice).ShouldBe(new Dictionary<string, double> { ["男帆布鞋"] = 0, ["女帆布鞋"] = 0, ["童帆布鞋"] = -1 }, ignoreOrder: true);

    [Fact]
    public void Map_PickOfARetiredCategory_SaysNothing() => Map(Choice("a", 1, "retired")).Candidates.ShouldAllBe(c => c.Evidence.Choice == 0);

    [Fact]
    public void Map_ChoiceAboutAnotherText_SaysNothing() =>
        Map(new MappingChoice { Key = "运动鞋", CategoryId = "女帆布鞋", Offered = "女帆布鞋", Model = "a" }).Candidates.ShouldAllBe(c => c.Evidence.Choice == 0);

    [Fact]
    public void Map_ChoiceSwitchedOff_SaysNothing() => Shoes.Map("帆布鞋", MappingOptions.Default with { Sources = new HashSet<EvidenceKind> { EvidenceKind.Lexical } },
        [.. Shoes.Sources(new KnownTexts([], [Choice("a", 1, "女帆布鞋")]))], 10).Candidates.ShouldAllBe(c => c.Evidence.Choice == 0);

    private static MappingResult Map(params MappingChoice[] choices) =>
        Shoes.Map("帆布鞋", MappingOptions.Default, [.. Shoes.Sources(new KnownTexts([], choices))], 10);

    private static MappingChoice Choice(string model, long item, string? category) =>
        new() { Key = "帆布鞋", CategoryId = category, Offered = "男帆布鞋\t女帆布鞋\t童帆布鞋", Model = model, RunItemId = item };
}
