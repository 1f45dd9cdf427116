using LlmRec.Workbench.Mapping;
using static LlmRec.Workbench.Tests.Mappings.MappingTrees;

namespace LlmRec.Workbench.Tests.Mappings;

public sealed class EvidenceSourceTests
{
    [Theory]
    [InlineData("太阳眼镜", 1)]
    [InlineData("太阳 眼镜", 1)]
    [InlineData("帽子", 0.8)]
    [InlineData("帽 子", 0.8)]
    [InlineData("靴", 0.52)]
    [InlineData("鞋", 0.52)]
    [InlineData("围巾", 0)]
    public void Exact_Text_IsAsStrongAsTheFormThatIsEqual(string text, double expected)
    {
        var best = Map(text, Tree("鞋/靴", "帽子", "太阳眼镜")).Candidates.Select(c => c.Evidence.Exact).DefaultIfEmpty(0).Max();

        best.ShouldBe(expected, 0.001);
    }

    [Fact]
    public void Exact_CategoryOfAccessories_IsNotTheThingItself() =>
        Map("三轮车", Tree("三轮车配件", "帽子")).Candidates.ShouldAllBe(c => c.Evidence.Exact == 0);

    [Fact]
    public void Lexical_EndOfName_WeighsMore() =>
        Map("真皮沙发", Tree("真皮皮带", "布艺沙发")).Candidates[0].CategoryId.ShouldBe("布艺沙发");

    [Fact]
    public void Lexical_NamesAbove_CountALittle() =>
        Map("女童裤子", Tree("男装", "男装 > 裤子", "女童装", "女童装 > 裤子")).Candidates[0].CategoryId.ShouldBe("女童装 > 裤子");

    [Fact]
    public void Lexical_CompoundWord_MeetsItsParts() =>
        Map("Armchairs", Tree("Arm Chairs & Recliners", "Charm Bracelets")).Candidates[0].CategoryId.ShouldBe("Arm Chairs & Recliners");

    [Fact]
    public void Lexical_UnknownPartOfAThing_IsNearerToItsAccessories() =>
        Map("Kiteboard Fins", Tree("Kiteboards", "Kiteboard Accessories")).Candidates[0].CategoryId.ShouldBe("Kiteboard Accessories");

    [Fact]
    public void Query2Cate_FewClicks_SayLittle()
    {
        var tree = Tree("猫粮", "狗粮");

        Map("磨牙棒", tree, Clicks("磨牙棒", "狗粮", 1)).Candidates[0].Evidence.Query2Cate.ShouldBeLessThan(0.1);
        Map("磨牙棒", tree, Clicks("磨牙棒", "狗粮", 10_000)).Candidates[0].Evidence.Query2Cate.ShouldBeGreaterThan(0.9);
    }

    [Fact]
    public void Query2Cate_TextNobodyTyped_BacksOffToQueriesLikeIt()
    {
        var candidate = Map("洁面泡沫慕斯", Tree("美容 护理", "食品"), Clicks("洁面慕斯", "美容 护理", 5_000)).Candidates[0];

        candidate.CategoryId.ShouldBe("美容 护理");
        candidate.Evidence.Query2Cate.ShouldBeInRange(0.05, 0.6);
    }

    [Fact]
    public void Query2Cate_ClicksOfUnknownCategory_AreIgnored() =>
        Map("磨牙棒", Tree("猫粮"), Clicks("磨牙棒", "gone", 10_000)).Outcome.ShouldBe(MappingOutcome.NoCategory);

    [Fact]
    public void Alias_ConfirmedText_BeatsAnEqualName()
    {
        var index = new MappingIndex(Tree("苹果", "苹果手机"), []);
        var alias = new Alias { Key = TextKey.Normalize("苹果"), Text = "苹果", CategoryId = "苹果手机", By = "expert" };

        var result = index.Map("苹果", MappingOptions.Default, [.. index.Sources(new KnownTexts([alias], []))], 10);

        result.Outcome.ShouldBe(MappingOutcome.Mapped);
        result.Candidates[0].CategoryId.ShouldBe("苹果手机");
        result.Candidates[0].Evidence.Alias.ShouldBe(1);
    }
}
