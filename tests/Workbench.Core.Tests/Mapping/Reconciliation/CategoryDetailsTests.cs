using LlmRec.Workbench.Behavior;
using LlmRec.Workbench.Catalog;
using LlmRec.Workbench.Mapping;
using LlmRec.Workbench.Mapping.Reconciliation;
using static LlmRec.Workbench.Tests.Mappings.MappingTrees;

namespace LlmRec.Workbench.Tests.Mappings.Reconciliation;

public sealed class CategoryDetailsTests
{
    private const string Lamp = "家居 > 灯具 > 台灯";

    [Theory]
    [InlineData("name", "台灯")]
    [InlineData("path", Lamp)]
    [InlineData("level", "3")]
    [InlineData("is_leaf", "true")]
    [InlineData("items", "2")]
    [InlineData("parent", "@家居 > 灯具=灯具")]
    [InlineData("ancestor", "@家居=家居 @家居 > 灯具=灯具")]
    [InlineData("children", "")]
    [InlineData("colour", "")]
    public async Task ExtendAsync_Property_HasItsValues(string property, string expected) =>
        (await ExtendAsync(Lamp, new ExtendedProperty(property))).ShouldBe(expected);

    [Fact]
    public async Task ExtendAsync_FirstLevel_HasNoParentAndCountsWhatIsBelow()
    {
        (await ExtendAsync("家居", new ExtendedProperty("parent"))).ShouldBe("");
        (await ExtendAsync("家居", new ExtendedProperty("items"))).ShouldBe("3");
    }

    [Theory]
    [InlineData(0, "@家居=家居 @家居 > 灯具=灯具")]
    [InlineData(1, "@家居=家居")]
    public async Task ExtendAsync_Limit_BoundsTheValues(int limit, string expected) =>
        (await ExtendAsync(Lamp, new ExtendedProperty("ancestor", limit))).ShouldBe(expected);

    [Fact]
    public async Task ExtendAsync_UnknownId_HasNoValues() => (await ExtendAsync("没有", new ExtendedProperty("name"))).ShouldBe("");

    [Fact]
    public async Task PreviewAsync_Category_ShowsItsTitlesAndChildren()
    {
        await using var database = await CreateAsync();
        var sut = database.Get<CategoryDetails>();

        var leaf = (await sut.PreviewAsync(Lamp))!;
        var branch = (await sut.PreviewAsync("家居"))!;

        leaf.Titles.ShouldBe(["护眼台灯", "<b>小台灯</b>"]);
        (leaf.Items, leaf.Children.Count).ShouldBe((2, 0));
        (branch.Items, branch.Titles.Count, branch.Children.Single().Name).ShouldBe((3, 0, "灯具"));
        (await sut.PreviewAsync("没有")).ShouldBeNull();
    }

    private static async Task<string> ExtendAsync(string id, ExtendedProperty property)
    {
        await using var database = await CreateAsync();
        var rows = await database.Get<CategoryDetails>().ExtendAsync([id, id], [property, property]);
        return string.Join(' ', rows[id][property.Id].Select(v => v.Text ?? (v.Reference is { } r ? $"@{r.Id}={r.Name}" : $"{v.Number}")));
    }

    private static async Task<TestDatabase> CreateAsync()
    {
        var database = await TestDatabase.CreateAsync(services => services.AddBehavior().AddMapping());
        await database.AddAsync([.. Tree("家居", "家居 > 灯具", Lamp), Titled("1", Lamp, "护眼台灯"), Titled("2", Lamp, "<b>小台灯</b>"), Titled("3", "家居 > 灯具", "灯")]);
        return database;
    }

    private static Item Titled(string id, string category, string title) => new() { Id = id, CategoryId = category, Title = title, Attributes = "{}" };
}
