using LlmRec.Workbench.Catalog;
using LlmRec.Workbench.Catalog.Importing;

namespace LlmRec.Workbench.Tests.Catalog;

public sealed class CategoryTreeCacheTests
{
    [Fact]
    public async Task GetTreeAsync_NothingImported_IsTheSameSnapshot()
    {
        await using var database = await TestDatabase.CreateAsync(sample: true);
        var sut = database.Get<CatalogService>();
        var first = await sut.GetTreeAsync();

        database.Time.Advance(TimeSpan.FromMinutes(1));

        (await sut.GetTreeAsync()).ShouldBeSameAs(first);
    }

    [Fact]
    public async Task GetTreeAsync_AnotherProcessImported_SeesItAfterHalfASecond()
    {
        await using var mine = await TestDatabase.CreateAsync(sample: true);
        await using var other = await TestDatabase.CreateAsync(settings: new Dictionary<string, string?> { ["Storage:Database"] = mine.File });
        (await mine.Get<CatalogService>().GetTreeAsync()).All.Count.ShouldBe(856);
        var file = Path.Combine(other.Folder, "one.tsv");
        await File.WriteAllTextAsync(file, "id\tparent_id\tname\n1\t\tone\n");

        await other.Get<CatalogImporter>().ImportAsync(ImportFixture.Admin, new ImportRequest(ImportKinds.Categories, file, "one.tsv"));
        mine.Time.Advance(TimeSpan.FromSeconds(1));

        (await mine.Get<CatalogService>().GetTreeAsync()).All.ShouldHaveSingleItem().Name.ShouldBe("one");
    }
}
