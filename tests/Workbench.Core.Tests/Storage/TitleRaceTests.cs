using LlmRec.Workbench.Catalog;
using LlmRec.Workbench.Storage;
using LlmRec.Workbench.Titles;
using LlmRec.Workbench.Titles.Answers;
using Microsoft.EntityFrameworkCore;

namespace LlmRec.Workbench.Tests.Storage;

/// <summary>A run stores what it was told about a product at the moment when somebody judges the product's older sentence.</summary>
public sealed class TitleRaceTests(PostgresServer postgres)
{
    private const string Older = "这个商品是刀";

    public static TheoryData<DatabaseKind> Kinds => [DatabaseKind.Sqlite, DatabaseKind.Postgres];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Store_NewSentenceWhileTheOlderIsJudged_KeepsBoth(DatabaseKind kind)
    {
        await using var database = await kind.CreateAsync(postgres);

        var rows = await RaceAsync(database, "这个商品是菜刀");

        rows.Select(t => (t.IsNewest, t.State, t.Version)).ShouldBe([(false, TitleState.Approved, 1), (true, TitleState.Waiting, 0)]);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Store_SameSentenceWhileItIsJudged_LeavesTheJudgmentStanding(DatabaseKind kind)
    {
        await using var database = await kind.CreateAsync(postgres);

        var rows = await RaceAsync(database, Older);

        rows.Select(t => (t.IsNewest, t.State, t.Version)).ShouldBe([(true, TitleState.Approved, 1)]);
    }

    private static async Task<List<TitleNormalisation>> RaceAsync(TestDatabase database, string sentence)
    {
        await database.AddAsync(StorageContractTests.SomeRun());
        await database.AddAsync(StorageContractTests.SomeItem(1));
        await database.AddAsync(new Item { Id = "a", Title = "刀", Attributes = "{}" }, new TitleNormalisation { ItemId = "a", RawTitle = "刀", Sentence = Older, Key = TitleKey.Of("刀", Older) });
        await using var writer = new StorageWriter(database.Get<IDbContextFactory<WorkbenchDbContext>>());
        var store = new TitleStore(TimeProvider.System);
        Task? judging = null;

        await writer.WriteAsync(async db =>
        {
            var item = await db.RunItems.SingleAsync();
            await store.StoreAsync(db, item, new TitlePayload(new TitleSubject("a", null, TitleText.Of("刀"), "", null), sentence, TitleSource.Model, [], null));
            judging ??= Task.Run(() => JudgeAsync(database));

            // SQLite lets the judgment in only after this write, PostgreSQL in the middle of it.
            await Task.WhenAny(judging, Task.Delay(300));
        });
        await judging!;

        await using var db = database.Open();
        return await db.TitleNormalisations.OrderBy(t => t.Id).ToListAsync();
    }

    private static async Task JudgeAsync(TestDatabase database)
    {
        await using var db = database.Open();
        var row = await db.TitleNormalisations.SingleAsync(t => t.Sentence == Older);
        (row.State, row.JudgmentId, row.Version) = (TitleState.Approved, 1, row.Version + 1);
        await db.SaveChangesAsync();
    }
}
