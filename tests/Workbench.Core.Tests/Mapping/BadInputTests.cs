using LlmRec.Workbench.Catalog;
using LlmRec.Workbench.Mapping;
using static LlmRec.Workbench.Tests.Mappings.MappingTrees;

namespace LlmRec.Workbench.Tests.Mappings;

/// <summary>Whatever people and models write, mapping ends with an outcome.</summary>
public sealed class BadInputTests
{
    public static TheoryData<string> Texts { get; } = new("", "   ", "!?…、/／", "帽子\u0000\u0007", "\uD83D", new string('x', 5_000), new string('帽', 5_000), "шапка для девочки", string.Join("/", Enumerable.Repeat("帽子", 900)));

    [Theory]
    [MemberData(nameof(Texts))]
    public void Map_OddText_EndsWithAnOutcome(string text)
    {
        var result = Map(text, Tree("帽子", "手套", "帽子 > 女帽"));

        result.Outcome.ShouldNotBe(MappingOutcome.Failed);
        result.Candidates.ShouldAllBe(c => c.Score >= 0 && c.Score <= 1);
    }

    [Fact]
    public void Map_NothingButPunctuation_HasNoCategory() => Map("!?…/", Tree("帽子")).Outcome.ShouldBe(MappingOutcome.NoCategory);

    [Fact]
    public void Map_ControlCharacters_DoNotMatter() => Map("太阳\u0000眼镜", Tree("太阳眼镜")).Outcome.ShouldBe(MappingOutcome.Mapped);

    [Fact]
    public void Map_SameNameTwice_IsAmbiguous() => Map("婚庆用品", Tree("宗教", "宗教 > 婚庆用品", "聚会", "聚会 > 婚庆用品")).Outcome.ShouldBe(MappingOutcome.Ambiguous);

    [Fact]
    public void Map_ChainOfFiveThousandLevels_FindsTheLast()
    {
        var chain = Enumerable.Range(0, 5_000).Select(i => new Category
        {
            Id = $"{i}", ParentId = i == 0 ? null : $"{i - 1}", Name = $"level {i}", Path = $"level {i}", Depth = i + 1, Position = i, IsLeaf = i == 4_999,
        }).ToList();

        Map("level 4999", chain).Candidates[0].CategoryId.ShouldBe("4999");
    }

    [Fact]
    public void Map_TreeOfHundredThousand_FindsTheName()
    {
        var tree = Enumerable.Range(0, 100_000).Select(i => new Category { Id = $"{i}", Name = $"thing {i}", Path = $"thing {i}", Depth = 1, Position = i, IsLeaf = true }).ToList();

        Map("thing 77777", tree).Candidates[0].CategoryId.ShouldBe("77777");
    }
}
