using LlmRec.Workbench.Mapping;
using LlmRec.Workbench.Mapping.Sources;
using static LlmRec.Workbench.Tests.Mappings.MappingTrees;

namespace LlmRec.Workbench.Tests.Mappings;

public sealed class TitlesSourceTests
{
    private static readonly ItemTitle[] Titles =
    [
        .. Enumerable.Repeat(new ItemTitle("护肤", "洁面慕斯温和泡沫"), 20), .. Enumerable.Repeat(new ItemTitle("零食", "手工饼干礼盒"), 20), new("gone", "洁面慕斯"),
    ];

    [Fact]
    public void AddTo_WordsOfTitles_NameTheCategory()
    {
        var result = new MappingIndex(Tree("护肤", "零食"), [], Titles).Map("洁面慕斯", MappingOptions.Default, [], 5);

        result.Candidates[0].CategoryId.ShouldBe("护肤");
        result.Candidates[0].Evidence.Titles.ShouldBeInRange(0.5, 1);
    }

    [Fact]
    public void AddTo_SourceSwitchedOff_SaysNothing()
    {
        var options = MappingOptions.Default with { Sources = Enum.GetValues<EvidenceKind>().Except([EvidenceKind.Titles]).ToHashSet() };

        var result = new MappingIndex(Tree("护肤", "零食"), [], Titles).Map("洁面慕斯", options, [], 5);

        result.Candidates.ShouldAllBe(c => c.Evidence.Titles == 0);
    }

    [Fact]
    public void AddTo_OneTitle_SaysLessThanMany()
    {
        var tree = Tree("护肤", "零食");
        double Strength(int titles) => new MappingIndex(tree, [], [.. Enumerable.Repeat(Titles[0], titles)])
            .Map("洁面慕斯", MappingOptions.Default, [], 5).Candidates.Max(c => c.Evidence.Titles);

        Strength(1).ShouldBeLessThan(Strength(20));
    }
}
