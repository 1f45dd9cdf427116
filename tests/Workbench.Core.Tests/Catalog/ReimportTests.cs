using LlmRec.Workbench.Catalog;
using LlmRec.Workbench.Catalog.Importing;
using LlmRec.Workbench.Complements;
using LlmRec.Workbench.Mapping;
using LlmRec.Workbench.Review;
using Microsoft.EntityFrameworkCore;

namespace LlmRec.Workbench.Tests.Catalog;

public sealed class ReimportTests : IAsyncDisposable
{
    private const string First = "id\tparent_id\tname\n1\t\t鞋\n2\t1\t男鞋\n3\t1\t女鞋\n4\t\t包\n";
    private const string Second = "id\tparent_id\tname\n1\t\t鞋\n2\t1\t男士鞋\n4\t1\t包\n5\t\t帽\n";

    private readonly ImportFixture _files = new();

    public ValueTask DisposeAsync() => _files.DisposeAsync();

    [Fact]
    public async Task ImportAsync_Changed_ShowsAddedRenamedMovedGone()
    {
        await _files.CategoriesAsync(First);

        var report = await _files.CategoriesAsync(Second);

        report.Changes.Listed(ChangeKind.Added).ShouldBe([new(ChangeKind.Added, "5", null, "帽")]);
        report.Changes.Listed(ChangeKind.Renamed).ShouldBe([new(ChangeKind.Renamed, "2", "男鞋", "男士鞋")]);
        report.Changes.Listed(ChangeKind.Moved).ShouldBe([new(ChangeKind.Moved, "4", "包", "鞋 > 包")]);
        report.Changes.Listed(ChangeKind.Gone).ShouldBe([new(ChangeKind.Gone, "3", "鞋 > 女鞋", null)]);
        var tree = await _files.TreeAsync();
        tree.All.Select(c => c.Id).ShouldBe(["1", "2", "4", "5"]);
        tree.Find("3")!.RetiredAt.ShouldNotBeNull();
    }

    [Fact]
    public async Task ImportAsync_ComesBack_IsActiveAgain()
    {
        await _files.CategoriesAsync(First);
        await _files.CategoriesAsync(Second);

        var report = await _files.CategoriesAsync(First);

        report.Changes.Listed(ChangeKind.Added).Select(c => c.Id).ShouldBe(["3"]);
        (await _files.TreeAsync()).Find("3")!.RetiredAt.ShouldBeNull();
    }

    [Fact]
    public async Task ImportAsync_CategoryWithJudgmentGone_KeepsTheJudgment()
    {
        await _files.CategoriesAsync(First);
        var database = await _files.DatabaseAsync();
        var mapping = new Workbench.Mapping.Mapping { Key = "帆布鞋", Text = "帆布鞋", Outcome = MappingOutcome.Mapped };
        await database.AddAsync(mapping);
        await database.AddAsync(new Pair { SourceId = "3", Text = "帆布鞋", MappingId = mapping.Id, Targets = [new PairTarget { CategoryId = "4" }] });

        var report = await _files.CategoriesAsync("id\tparent_id\tname\n1\t\t鞋\n");

        report.Committed.ShouldBeTrue();
        await using var db = database.Open();
        (await db.Pairs.Include(p => p.Targets).SingleAsync()).Targets.ShouldHaveSingleItem().CategoryId.ShouldBe("4");
        (await db.Categories.CountAsync()).ShouldBe(4);
    }

    [Fact]
    public async Task PreviewAsync_Changed_ChangesNothing()
    {
        await _files.CategoriesAsync(First);

        var report = await _files.ImportAsync(ImportKinds.Categories, System.Text.Encoding.UTF8.GetBytes(Second), commit: false);

        (report.CanCommit, report.Committed).ShouldBe((true, false));
        report.Changes.Count(ChangeKind.Gone).ShouldBe(1);
        (await _files.TreeAsync()).Find("3")!.RetiredAt.ShouldBeNull();
    }

    [Fact]
    public async Task ImportAsync_Committed_IsRecordedAndNamesTheCatalog()
    {
        await _files.CategoriesAsync(First);
        await _files.CategoriesAsync(Second);
        var catalog = (await _files.DatabaseAsync()).Get<CatalogService>();

        var newest = (await catalog.GetImportsAsync(10))[0];

        (newest.Added, newest.Renamed, newest.Moved, newest.Retired, newest.Total, newest.By).ShouldBe((1, 1, 1, 1, 4, "anna"));
        (await catalog.GetNameAsync()).ShouldBe("my shop");
    }
}
