using LlmRec.Workbench.Catalog;
using LlmRec.Workbench.Complements;
using LlmRec.Workbench.Embeddings;
using LlmRec.Workbench.Embeddings.Caching;
using LlmRec.Workbench.Models;
using LlmRec.Workbench.Prompts;
using LlmRec.Workbench.Releases;
using LlmRec.Workbench.Runs;
using LlmRec.Workbench.Security;
using LlmRec.Workbench.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LlmRec.Workbench.Tests.Storage;

/// <summary>What every database must do alike.</summary>
public sealed class StorageContractTests(PostgresServer postgres)
{
    private static readonly DateTimeOffset Moment = new(2026, 2, 3, 4, 5, 6, 789, TimeSpan.Zero);

    public static TheoryData<DatabaseKind> Kinds => [DatabaseKind.Sqlite, DatabaseKind.Postgres];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Moments_Stored_ComeBackInUtcAndSort(DatabaseKind kind)
    {
        await using var database = await kind.CreateAsync(postgres);
        await database.AddAsync(ReleaseAt(1, Moment), ReleaseAt(2, Moment.AddMilliseconds(-1)), ReleaseAt(3, Moment.AddMilliseconds(1)));

        await using var db = database.Open();
        var sorted = await db.Releases.Where(r => r.CreatedAt <= Moment).OrderBy(r => r.CreatedAt).ToListAsync(Token);

        sorted.Select(r => r.Number).ShouldBe([2, 1]);
        sorted[1].CreatedAt.ShouldBe(Moment);
        sorted[1].CreatedAt.Offset.ShouldBe(TimeSpan.Zero);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Money_Stored_ComesBackExactAndAddsUp(DatabaseKind kind)
    {
        await using var database = await kind.CreateAsync(postgres);
        await database.AddAsync(SomeRun());
        await database.AddAsync(SomeItem(1, cost: 0.000123m), SomeItem(2, cost: 12.5m));

        await using var db = database.Open();

        (await db.RunItems.SingleAsync(i => i.Cost < 1, Token)).Cost.ShouldBe(0.000123m);
        (await db.RunItems.SumAsync(i => i.Cost, Token)).ShouldBe(12.500123m);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Enums_Stored_AreWords(DatabaseKind kind)
    {
        await using var database = await kind.CreateAsync(postgres);
        await database.AddAsync(ReleaseAt(1, Moment, ReleaseStatus.Abandoned));

        await using var db = database.Open();

        (await db.Releases.CountAsync(r => r.Status == ReleaseStatus.Abandoned, Token)).ShouldBe(1);
        (await db.Database.SqlQuery<string>($"SELECT \"Status\" AS \"Value\" FROM \"Releases\"").SingleAsync(Token)).ShouldBe("Abandoned");
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Text_AsModelsSendIt_ComesBack(DatabaseKind kind)
    {
        await using var database = await kind.CreateAsync(postgres);
        await database.AddAsync(SomeRun());
        var answer = "皮带、😀 '''\r\n\t<b>\u2028 \\u0000 " + new string('长', 50_000);

        await database.AddAsync(SomeItem(1, answer: answer), SomeItem(2, answer: "nul \0 half \uD83D."));

        await using var db = database.Open();
        (await db.RunItems.SingleAsync(i => i.Position == 1, Token)).Answer.ShouldBe(answer);
        (await db.RunItems.SingleAsync(i => i.Position == 2, Token)).Answer.ShouldBe("nul \uFFFD half \uFFFD.");
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task References_ToNothing_AreRefused(DatabaseKind kind)
    {
        await using var database = await kind.CreateAsync(postgres);

        await Should.ThrowAsync<DbUpdateException>(() => database.AddAsync(SomeItem(1)));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Delete_CategoryThatAPairNames_IsRefused(DatabaseKind kind)
    {
        await using var database = await kind.CreateAsync(postgres);
        await database.AddAsync(
            new Category { Id = "a", Name = "a", Path = "a" }, new LlmRec.Workbench.Mapping.Mapping { Id = 1, Key = "b", Text = "b" },
            new Pair { Id = 1, SourceId = "a", Text = "b", MappingId = 1 });

        await using var db = database.Open();
        db.Categories.Remove((await db.Categories.FindAsync(["a"], Token))!);

        await Should.ThrowAsync<DbUpdateException>(() => db.SaveChangesAsync(Token));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Vectors_KeptReplacedAndTooMany_AreReadBitForBitAndTheOldestGo(DatabaseKind kind)
    {
        await using var database = await kind.CreateAsync(postgres, s => s.AddModels().AddEmbeddings().Configure<EmbeddingCacheOptions>(o => o.MaxEntries = 3));
        var cache = database.Get<EmbeddingCache>();
        float[] vector = [-0f, float.Epsilon, float.MaxValue, 1f / 3];
        foreach (var text in (string[])["皮带 😀", "a", "b", "皮带 😀", "c"])
        {
            await cache.WriteAsync("m", new Dictionary<string, ReadOnlyMemory<float>> { [text] = vector });
            database.Time.Advance(TimeSpan.FromMilliseconds(1));
        }

        var kept = await cache.ReadAsync("m", ["皮带 😀", "a", "b", "c"], Token);

        kept.Keys.ShouldBe(["皮带 😀", "b", "c"], ignoreOrder: true);
        kept.Values.SelectMany(found => found.ToArray().Select(BitConverter.SingleToInt32Bits)).ShouldBe(Enumerable.Repeat(vector.Select(BitConverter.SingleToInt32Bits), 3).SelectMany(bits => bits));
        (await cache.ClearAsync(Caller.SingleUser("lin"), Token)).ShouldBe(3);
        (await cache.CountAsync(Token)).ShouldBe(0);
    }

    internal static object[] SomeRun() =>
    [
        new Prompt { Id = 1, Name = "p", Kind = "complements", Language = "zh", CreatedAt = Moment },
        new PromptVersion { Id = 1, PromptId = 1, Number = 1, Text = "…", Author = "lin", CreatedAt = Moment },
        new Run { Id = 1, Kind = "complements", PromptVersionId = 1, PromptName = "p", ModelProfile = "m", Model = "m", Scope = "all", CreatedBy = "lin", CreatedAt = Moment },
    ];

    internal static RunItem SomeItem(int position, decimal cost = 0, string answer = "") =>
        new() { RunId = 1, Position = position, SubjectId = $"s{position}", SubjectName = "s", Cost = cost, Answer = answer };

    private static Release ReleaseAt(int number, DateTimeOffset at, ReleaseStatus status = ReleaseStatus.Published) =>
        new() { Number = number, Status = status, CreatedBy = "lin", CreatedAt = at };
}
