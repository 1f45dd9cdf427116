using LlmRec.Workbench.Catalog;
using LlmRec.Workbench.Web.Components.Pages.Catalog;

namespace LlmRec.Workbench.Web.Tests.Catalog;

public sealed class TreeRowsTests
{
    [Fact]
    public void Visible_AtFirst_IsTheFirstLevel() => Names(CreateSut()).ShouldBe(["鞋", "包"]);

    [Fact]
    public void Toggle_Twice_OpensAndCloses()
    {
        var sut = CreateSut();

        sut.Toggle("1");
        Names(sut).ShouldBe(["鞋", "男鞋", "女鞋", "包"]);
        sut.Toggle("1");
        Names(sut).ShouldBe(["鞋", "包"]);
    }

    [Fact]
    public void Reveal_Deep_OpensTheWayAndStandsOnIt()
    {
        var sut = CreateSut();

        sut.Reveal("3");

        Names(sut).ShouldBe(["鞋", "男鞋", "帆布鞋", "女鞋", "包"]);
        sut.ActiveRow!.Category.Id.ShouldBe("3");
        sut.ActiveRow.Level.ShouldBe(3);
    }

    [Theory]
    [InlineData("ArrowRight ArrowRight", "男鞋")]
    [InlineData("ArrowDown", "包")]
    [InlineData("ArrowDown ArrowDown ArrowDown", "包")]
    [InlineData("ArrowRight ArrowRight ArrowLeft", "鞋")]
    [InlineData("End Home", "鞋")]
    [InlineData("ArrowUp", "鞋")]
    public void Press_Keys_MoveAsInATree(string keys, string expected)
    {
        var sut = CreateSut();

        keys.Split(' ').ShouldAllBe(key => sut.Press(key));

        sut.ActiveRow!.Category.Name.ShouldBe(expected);
    }

    [Fact]
    public void Press_OtherKey_MeansNothing() => CreateSut().Press("a").ShouldBeFalse();

    [Fact]
    public void Toggle_AboveTheActiveRow_KeepsStandingOnIt()
    {
        var sut = CreateSut();
        sut.MoveTo("5");

        sut.Toggle("1");

        sut.ActiveRow!.Category.Id.ShouldBe("5");
    }

    [Fact]
    public void Press_EmptyTree_DoesNotThrow()
    {
        var sut = new TreeRows(CategoryTree.Empty);

        sut.Press("ArrowRight").ShouldBeTrue();
        sut.ActiveRow.ShouldBeNull();
    }

    private static IEnumerable<string> Names(TreeRows rows) => rows.Visible.Select(r => r.Category.Name);

    private static TreeRows CreateSut() => new(new CategoryTree([
        Node("1", null, "鞋", 0), Node("2", "1", "男鞋", 1), Node("3", "2", "帆布鞋", 2), Node("4", "1", "女鞋", 3), Node("5", null, "包", 4),
    ]));

    private static Category Node(string id, string? parent, string name, int position) =>
        new() { Id = id, ParentId = parent, Name = name, Path = name, Position = position };
}
