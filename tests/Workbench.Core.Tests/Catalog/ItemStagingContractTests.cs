using LlmRec.Workbench.Catalog;
using LlmRec.Workbench.Catalog.Importing;
using LlmRec.Workbench.Tests.Storage;
using Microsoft.EntityFrameworkCore;

namespace LlmRec.Workbench.Tests.Catalog;

/// <summary>Importing products must do the same on every database, and leave nothing behind when it does not end.</summary>
public sealed class ItemStagingContractTests(PostgresServer postgres)
{
    public static TheoryData<DatabaseKind> Kinds => [DatabaseKind.Sqlite, DatabaseKind.Postgres];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Import_EditedMovedNewAndSame_CountsAndStoresThem(DatabaseKind kind)
    {
        await using var database = await kind.CreateAsync(postgres);
        await database.AddAsync(Shoes("1"), Shoes("2"));
        await ImportAsync(database, "id,category,title,色\na,1,裙,红\nb,1,鞋,\nc,1,包,\nd,,帽,\n");

        var report = await ImportAsync(database, "id,category,title,色\na,1,裙,蓝\nb,2,鞋,\nc,,包,\nd,2,帽,\ne,1,新,\n");

        ChangeKind[] kinds = [ChangeKind.Added, ChangeKind.Renamed, ChangeKind.Moved];
        kinds.Select(report.Changes.Count).ShouldBe([1, 1, 2]);
        report.Changes.Listed(ChangeKind.Moved).Select(c => (c.Id, c.Before, c.After)).ShouldBe([("b", "1", "2"), ("d", null, "2")]);
        (await RowsAsync(database)).ShouldBe(["a 1 裙 {\"色\":\"蓝\"}", "b 2 鞋 {}", "c 1 包 {}", "d 2 帽 {}", "e 1 新 {}"]);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task Import_Duplicates_AreFoundByTheDatabase(DatabaseKind kind)
    {
        await using var database = await kind.CreateAsync(postgres);

        var withIds = await ImportAsync(database, "id,title\n7,裙\n8,鞋\n7,包\n");
        (await RowsAsync(database)).ShouldBeEmpty();
        var without = await ImportAsync(database, "title\n裙\n鞋\n裙\n");

        withIds.Rejections.Listed.Select(f => (f.Line, f.Code)).ShouldBe([(4, FindingCode.DuplicateId)]);
        without.Notices.Listed.Select(f => (f.Line, f.Code)).ShouldBe([(4, FindingCode.SameTitle)]);
        (await RowsAsync(database)).Count.ShouldBe(2);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Import_ThousandsOfRows_AreAllThere(DatabaseKind kind)
    {
        await using var database = await kind.CreateAsync(postgres);
        var stages = new List<ImportStage>();

        var report = await ImportAsync(database, Lines(60_000), new Recorder(stages.Add));

        (report.Total, report.Changes.Count(ChangeKind.Added), report.Changes.Listed(ChangeKind.Added).Count).ShouldBe((60_000, 60_000, ImportLimits.MaxListed));
        await using var db = database.Open();
        (await db.Items.CountAsync(Token)).ShouldBe(60_000);
        stages.Distinct().ShouldBe([ImportStage.Reading, ImportStage.Comparing, ImportStage.Writing]);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite, ImportStage.Reading)]
    [InlineData(DatabaseKind.Sqlite, ImportStage.Writing)]
    [InlineData(DatabaseKind.Postgres, ImportStage.Reading)]
    [InlineData(DatabaseKind.Postgres, ImportStage.Writing)]
    public async Task Import_Cancelled_LeavesNothingAndCanBeRepeated(DatabaseKind kind, ImportStage at)
    {
        await using var database = await kind.CreateAsync(postgres);
        using var cancel = new CancellationTokenSource();
        var stop = new Recorder(stage => (stage == at ? cancel : new CancellationTokenSource()).Cancel());

        await Should.ThrowAsync<OperationCanceledException>(() => ImportAsync(database, Lines(60_000), stop, cancel.Token));
        (await RowsAsync(database)).ShouldBeEmpty();
        await using (var db = database.Open())
        {
            (await db.CatalogImports.AnyAsync(Token)).ShouldBeFalse();
        }

        (await ImportAsync(database, "title\n裙\n")).Committed.ShouldBeTrue();
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Preview_Always_ChangesNothingAndDropsItsTable(DatabaseKind kind)
    {
        await using var database = await kind.CreateAsync(postgres);
        var path = await SaveAsync(database, "title\n裙\n");

        var report = await database.Get<CatalogImporter>().PreviewAsync(new ImportRequest(ImportKinds.Items, path, "t.csv"), cancellationToken: Token);

        (report.CanCommit, report.Committed, report.Changes.Count(ChangeKind.Added)).ShouldBe((true, false, 1));
        (await RowsAsync(database)).ShouldBeEmpty();
        await using var db = database.Open();
        await db.Database.OpenConnectionAsync(Token);
        await Should.ThrowAsync<System.Data.Common.DbException>(() => db.Database.ExecuteSqlRawAsync("SELECT * FROM \"StagedItems\"", Token));
    }

    private static Category Shoes(string id) => new() { Id = id, Name = id, Path = id, Depth = 1, IsLeaf = true };

    private static string Lines(int count) => "id,title\n" + string.Concat(Enumerable.Range(0, count).Select(i => $"{i},标题{i}\n"));

    private static async Task<ImportReport> ImportAsync(
        TestDatabase database, string text, IProgress<ImportProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        var path = await SaveAsync(database, text);
        return await database.Get<CatalogImporter>().ImportAsync(
            ImportFixture.Admin, new ImportRequest(ImportKinds.Items, path, "titles.csv"), progress, cancellationToken);
    }

    private static async Task<string> SaveAsync(TestDatabase database, string text)
    {
        var path = Path.Combine(database.Folder, "upload.bin");
        await File.WriteAllTextAsync(path, text, Token);
        return path;
    }

    private static async Task<List<string>> RowsAsync(TestDatabase database)
    {
        await using var db = database.Open();
        var items = await db.Items.OrderBy(i => i.Id).Take(10).ToListAsync(Token);
        return items.ConvertAll(i => $"{i.Id} {i.CategoryId} {i.Title} {i.Attributes}");
    }

    private sealed class Recorder(Action<ImportStage> report) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => report(value.Stage);
    }
}
