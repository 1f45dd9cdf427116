using LlmRec.Workbench.Catalog;
using LlmRec.Workbench.Mapping.Reconciliation;
using static LlmRec.Workbench.Tests.Mappings.MappingTrees;

namespace LlmRec.Workbench.Tests.Mappings.Reconciliation;

public sealed class CategoryTypesTests
{
    private static readonly CategoryTree Shop = new(Tree("家居", "家居 > 灯具", "家居 > 灯具 > 台灯", "运动"));

    [Theory]
    [InlineData("家居 > 灯具 > 台灯", "category", true)]
    [InlineData("家居 > 灯具 > 台灯", "leaf", true)]
    [InlineData("家居 > 灯具 > 台灯", "branch", false)]
    [InlineData("家居 > 灯具 > 台灯", "under:家居", true)]
    [InlineData("家居 > 灯具 > 台灯", "under:运动", false)]
    [InlineData("家居", "under:家居", false)]
    [InlineData("家居", "branch", true)]
    [InlineData("家居", "under:没有", false)]
    [InlineData("家居", "Person", false)]
    public void Has_TypeOfACategory_FollowsTheTree(string id, string type, bool expected) =>
        CategoryTypes.Has(Shop, Shop.Find(id)!, type).ShouldBe(expected);

    [Fact]
    public void Of_CategoryBelowAnother_NamesItsFirstLevel()
    {
        CategoryTypes.Of(Shop, Shop.Find("家居 > 灯具 > 台灯")!).ShouldBe(["leaf", "category", "under:家居"]);
        CategoryTypes.Of(Shop, Shop.Find("家居")!).ShouldBe(["branch", "category"]);
    }

    [Fact]
    public void Of_EveryCategory_HasAllItsTypes() =>
        Shop.All.ShouldAllBe(category => CategoryTypes.Of(Shop, category).All(type => CategoryTypes.Has(Shop, category, type)));
}
