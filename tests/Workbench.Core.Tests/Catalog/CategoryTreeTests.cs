using LlmRec.Workbench.Catalog;
using LlmRec.Workbench.Sample;

namespace LlmRec.Workbench.Tests.Catalog;

public sealed class CategoryTreeTests
{
    [Fact]
    public void Children_Null_AreFirstLevelInFileOrder() => CreateSut().Children(null).Select(c => c.Id).ShouldBe(["b", "a"]);

    [Fact]
    public void Find_Retired_IsFoundButNotListed()
    {
        var sut = CreateSut();

        sut.Find("old")!.RetiredAt.ShouldNotBeNull();
        sut.All.ShouldNotContain(c => c.Id == "old");
        sut.Search("old", 5).ShouldBeEmpty();
    }

    [Fact]
    public void Leaves_Scope_AreThoseBelowIt() => CreateSut().Leaves("a").Select(c => c.Id).ShouldBe(["a1", "a2x"]);

    [Fact]
    public void Leaves_LeafItself_IsItself() => CreateSut().Leaves("b").Select(c => c.Id).ShouldBe(["b"]);

    [Fact]
    public void Ancestors_Deep_FirstLevelFirst() => CreateSut().Ancestors("a2x").Select(c => c.Id).ShouldBe(["a", "a2"]);

    [Theory]
    [InlineData("a2x", "a", true)]
    [InlineData("a", "a", true)]
    [InlineData("a", "a2x", false)]
    [InlineData("nobody", "nobody", false)]
    public void IsInSubtree_AnyPair_SaysSo(string id, string scope, bool expected) => CreateSut().IsInSubtree(id, scope).ShouldBe(expected);

    [Theory]
    [InlineData("a1", "a1")]
    [InlineData("帆布鞋", "a2x")]
    [InlineData("女鞋 帆布", "a2x")]
    public void Search_IdNameOrPath_FindsIt(string text, string expected) => CreateSut().Search(text, 3)[0].Id.ShouldBe(expected);

    [Fact]
    public async Task SeedIfEmptyAsync_Twice_SeedsOnceAndNamesTheCatalog()
    {
        await using var database = await TestDatabase.CreateAsync(sample: true);
        var sut = database.Get<CatalogService>();

        (await database.Get<SampleCatalog>().SeedIfEmptyAsync()).ShouldBeFalse();
        (await sut.GetNameAsync()).ShouldBe(SampleCatalog.Name);
        (await sut.GetTreeAsync()).Children(null).Count.ShouldBe(35);
        (await sut.GetItemCountsAsync()).Values.Sum().ShouldBe(379);
    }

    private static CategoryTree CreateSut() => new(
    [
        Node("a", null, "女鞋", 5), Node("a1", "a", "高跟鞋", 6, leaf: true), Node("a2", "a", "休闲鞋", 7), Node("a2x", "a2", "帆布鞋", 8, leaf: true),
        Node("b", null, "男鞋", 1, leaf: true),
        new Category { Id = "old", Name = "old", Path = "old", RetiredAt = DateTimeOffset.UnixEpoch },
    ]);

    private static Category Node(string id, string? parent, string name, int position, bool leaf = false) => new()
    {
        Id = id, ParentId = parent, Name = name, Position = position, IsLeaf = leaf, Path = parent is null ? name : $"女鞋 > {name}",
    };
}
