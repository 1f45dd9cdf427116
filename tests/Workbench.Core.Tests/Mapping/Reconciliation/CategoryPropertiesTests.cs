using LlmRec.Workbench.Catalog;
using LlmRec.Workbench.Mapping.Reconciliation;
using static LlmRec.Workbench.Tests.Mappings.MappingTrees;

namespace LlmRec.Workbench.Tests.Mappings.Reconciliation;

public sealed class CategoryPropertiesTests
{
    private const string Lamp = "家居 > 灯具/照明 > 台灯";

    private static readonly CategoryTree Shop = new(Tree("家居", "家居 > 灯具/照明", Lamp, "运动"));

    [Theory]
    [InlineData("id", Lamp, true)]
    [InlineData("id", "台灯", false)]
    [InlineData("parent", "灯具/照明", true)]
    [InlineData("parent", "家居", false)]
    [InlineData("ancestor", "家居", true)]
    [InlineData("ancestor", "家 居", true)]
    [InlineData("ancestor", "台灯", false)]
    [InlineData("path", "家居 > 台灯", true)]
    [InlineData("path", "家居 ▸ 灯具/照明", true)]
    [InlineData("path", "台灯 > 家居", false)]
    [InlineData("path", "运动", false)]
    [InlineData("colour", "red", false)]
    public void Holds_TextValue_FollowsTheTree(string property, string value, bool expected) =>
        CategoryProperties.Holds(Shop, Shop.Find(Lamp)!, new(property, [new(value)])).ShouldBe(expected);

    [Theory]
    [InlineData("parent", "家居 > 灯具/照明", true)]
    [InlineData("parent", "灯具/照明", false)]
    [InlineData("ancestor", "家居", true)]
    [InlineData("path", "家居", true)]
    [InlineData("path", "运动", false)]
    public void Holds_IdOfACategory_IsNoName(string property, string id, bool expected) =>
        CategoryProperties.Holds(Shop, Shop.Find(Lamp)!, new(property, [new(id, IsId: true)])).ShouldBe(expected);

    [Fact]
    public void Holds_SeveralValues_OneIsEnough() =>
        CategoryProperties.Holds(Shop, Shop.Find(Lamp)!, new("ancestor", [new("运动"), new("家居")])).ShouldBeTrue();

    [Fact]
    public void Of_Leaf_HasNoChildren()
    {
        CategoryProperties.Of(CategoryTypes.Leaf).ShouldNotContain(CategoryProperties.Children);
        CategoryProperties.Of(null).ShouldContain(CategoryProperties.Children);
    }
}
