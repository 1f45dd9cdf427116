using LlmRec.Workbench.Catalog;
using LlmRec.Workbench.Storage;
using Microsoft.EntityFrameworkCore;

namespace LlmRec.Workbench.Tests.Storage;

public sealed class StorageWriterTests(PostgresServer postgres)
{
    public static TheoryData<DatabaseKind> Kinds => StorageContractTests.Kinds;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Write_ManyAtOnce_AllAreCommittedWhenTheirTasksEnd(DatabaseKind kind)
    {
        await using var database = await kind.CreateAsync(postgres);
        var writer = database.Get<StorageWriter>();

        await Task.WhenAll(Enumerable.Range(0, 1000).Select(i => writer.WriteAsync(db => Add(db, $"c{i}"), Token)));

        await using var check = database.Open();
        (await check.Categories.CountAsync(Token)).ShouldBe(1000);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Write_OneOfABatchFails_OnlyThatOneFails(DatabaseKind kind)
    {
        await using var database = await kind.CreateAsync(postgres);
        var writer = database.Get<StorageWriter>();

        var writes = Enumerable.Range(0, 50).Select(i => writer.WriteAsync(
            db => i == 20 ? throw new InvalidOperationException("bad one") : Add(db, $"c{i}"), Token)).ToList();
        await Task.WhenAll(writes).ContinueWith(_ => { }, Token, TaskContinuationOptions.None, TaskScheduler.Default);

        writes.Select((write, i) => (write.IsFaulted, i)).Where(w => w.IsFaulted).ShouldBe([(true, 20)]);
        await using var check = database.Open();
        (await check.Categories.CountAsync(Token)).ShouldBe(49);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Write_DatabaseRefusesOne_TheOthersAreCommitted(DatabaseKind kind)
    {
        await using var database = await kind.CreateAsync(postgres);
        var writer = database.Get<StorageWriter>();
        await writer.WriteAsync(db => Add(db, "twice"), Token);

        var good = writer.WriteAsync(db => Add(db, "good"), Token);
        var bad = writer.WriteAsync(db => Add(db, "twice"), Token);
        var alsoGood = writer.WriteAsync(db => Add(db, "also good"), Token);

        await Should.ThrowAsync<DbUpdateException>(() => bad);
        await Task.WhenAll(good, alsoGood);
        await using var check = database.Open();
        (await check.Categories.Select(c => c.Id).Order().ToListAsync(Token)).ShouldBe(["also good", "good", "twice"]);
    }

    [Fact]
    public async Task Dispose_WithWritesQueued_WritesThemFirst()
    {
        await using var database = await TestDatabase.CreateAsync();
        var writer = new StorageWriter(database.Get<IDbContextFactory<WorkbenchDbContext>>());
        var writes = Enumerable.Range(0, 20).Select(i => writer.WriteAsync(db => Add(db, $"c{i}"), Token)).ToList();

        await writer.DisposeAsync();

        await Task.WhenAll(writes);
        await using var check = database.Open();
        (await check.Categories.CountAsync(Token)).ShouldBe(20);
    }

    private static Task Add(WorkbenchDbContext db, string id)
    {
        db.Add(new Category { Id = id, Name = id, Path = id });
        return Task.CompletedTask;
    }
}
