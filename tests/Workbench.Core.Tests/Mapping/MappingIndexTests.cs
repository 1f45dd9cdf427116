using CsCheck;
using LlmRec.Workbench.Catalog;
using LlmRec.Workbench.Mapping;
using static LlmRec.Workbench.Tests.Mappings.MappingTrees;

namespace LlmRec.Workbench.Tests.Mappings;

public sealed class MappingIndexTests
{
    private static readonly IReadOnlyList<Category> Site = Tree("女装", "女装 > 衬衫", "男装", "男装 > 衬衫", "男装 > 牛仔裤", "Shoes & Boots");

    [Fact]
    public void Map_NameOfOneCategory_IsMapped() => Map("牛仔裤", Site).Outcome.ShouldBe(MappingOutcome.Mapped);

    [Fact]
    public void Map_NameOfTwoCategories_IsAmbiguousInTreeOrder()
    {
        var result = Map("衬衫", Site);

        result.Outcome.ShouldBe(MappingOutcome.Ambiguous);
        result.Candidates.Take(2).Select(c => c.CategoryId).ShouldBe(["女装 > 衬衫", "男装 > 衬衫"]);
        result.Candidates[0].Score.ShouldBeLessThanOrEqualTo(0.5);
    }

    [Fact]
    public void Map_EqualCandidates_PutLeavesFirst() =>
        Map("灯", Tree("灯", "灯 > 吊", "家居", "家居 > 灯")).Candidates[0].CategoryId.ShouldBe("家居 > 灯");

    [Theory]
    [InlineData("")]
    [InlineData("！？…///")]
    [InlineData("\u0000\u0001\u001b[31m")]
    [InlineData("量子纠缠")]
    public void Map_NothingToGoBy_IsNoCategory(string text) => Map(text, Site).Outcome.ShouldBe(MappingOutcome.NoCategory);

    [Fact]
    public void Map_VeryLongText_IsMappedQuickly() => Map(new string('裤', 5_000), Site).Candidates.Count.ShouldBeLessThanOrEqualTo(10);

    [Fact]
    public void Map_AnyText_GivesProbabilitiesInOrder()
    {
        var index = new MappingIndex(Site, []);
        Gen.String[Gen.Char, 0, 300].Sample(
            text =>
            {
                var scores = index.Map(text, MappingOptions.Default, [], 10).Candidates.Select(c => c.Score).ToList();
                scores.ShouldAllBe(score => score >= 0 && score <= 1);
                scores.ShouldBe(scores.OrderDescending());
                scores.Sum().ShouldBeLessThanOrEqualTo(1.0001);
            },
            iter: 300);
    }

    [Fact]
    public void Map_Twice_GivesTheSame() =>
        Map("修身 牛仔 衬衫", Site).Candidates.ShouldBe(Map("修身 牛仔 衬衫", Site).Candidates);
}
