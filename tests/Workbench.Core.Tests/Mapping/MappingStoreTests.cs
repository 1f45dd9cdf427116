using LlmRec.Workbench.Behavior;
using LlmRec.Workbench.Complements;
using LlmRec.Workbench.Mapping;
using Microsoft.EntityFrameworkCore;
using static LlmRec.Workbench.Tests.Mappings.MappingTrees;

namespace LlmRec.Workbench.Tests.Mappings;

public sealed class MappingStoreTests
{
    [Fact]
    public async Task MapAsync_WithoutTree_Fails()
    {
        await using var database = await CreateAsync();

        (await database.Get<CategoryMapper>().MapAsync(["帽子"], 3))[0].Outcome.ShouldBe(MappingOutcome.Failed);
    }

    [Fact]
    public async Task MapAsync_ManyTexts_KeepsTheirOrder()
    {
        await using var database = await CreateAsync("帽子", "手套");
        var texts = Enumerable.Range(0, 500).Select(i => i % 2 == 0 ? "帽子" : "手套").ToList();

        var results = await database.Get<CategoryMapper>().MapAsync(texts, 1);

        results.Select(r => r.Candidates[0].CategoryId).ShouldBe(texts);
    }

    [Fact]
    public async Task GetOrAddAsync_EqualTexts_ShareOneMapping()
    {
        await using var database = await CreateAsync("帽子");
        await using var db = database.Open();
        var results = await database.Get<CategoryMapper>().MapAsync(["帽子", "帽 子"], 3);

        var first = await database.Get<MappingStore>().GetOrAddAsync(db, results);
        var second = await database.Get<MappingStore>().GetOrAddAsync(db, results);
        await db.SaveChangesAsync();

        second.Single().Value.ShouldBeSameAs(first.Single().Value);
        (await db.Mappings.CountAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task RemapAsync_NewAlias_PutsItFirstInWaitingPairsOnly()
    {
        await using var database = await CreateAsync("帽子", "手套", "围巾");
        await StorePairsAsync(database, "帽子", ("手套", PairState.Waiting), ("围巾", PairState.Rejected));
        await using var db = database.Open();
        db.Aliases.Add(new Alias { Key = "帽子", Text = "帽子", CategoryId = "围巾", By = "expert", JudgmentId = 7 });

        await database.Get<MappingStore>().RemapAsync(db, ["帽子"]);
        await db.SaveChangesAsync();

        (await db.Pairs.SingleAsync(p => p.SourceId == "手套")).BestTargetId.ShouldBe("围巾");
        (await db.Pairs.SingleAsync(p => p.SourceId == "围巾")).BestTargetId.ShouldBe("帽子");
        (await db.Mappings.Include(m => m.Candidates).SingleAsync()).Candidates.MinBy(c => c.Rank)!.Alias.ShouldBe(1);
    }

    [Fact]
    public async Task RemapAllAsync_AliasGone_RestoresTheMachinesCandidate()
    {
        await using var database = await CreateAsync("帽子", "手套", "围巾");
        await StorePairsAsync(database, "帽子", ("手套", PairState.Waiting));
        await database.AddAsync(new Alias { Key = "帽子", Text = "帽子", CategoryId = "围巾", By = "expert", JudgmentId = 7 });
        await database.Get<MappingRefresher>().RemapAllAsync();
        await using var db = database.Open();
        await db.Aliases.ExecuteDeleteAsync();

        (await database.Get<MappingRefresher>().RemapAllAsync()).ShouldBe(1);

        (await db.Pairs.SingleAsync()).BestTargetId.ShouldBe("帽子");
    }

    [Theory]
    [InlineData(PairState.Approved)]
    [InlineData(PairState.Rejected)]
    [InlineData(PairState.NoCategory)]
    public async Task RemapAllAsync_JudgedPair_StaysAsItWasJudged(PairState state)
    {
        await using var database = await CreateAsync("帽子", "手套", "围巾");
        await StorePairsAsync(database, "帽子", ("手套", state), ("围巾", PairState.Waiting));
        await database.AddAsync(new PairTarget { PairId = 1, CategoryId = "手套" }, new Alias { Key = "帽子", Text = "帽子", CategoryId = "围巾", By = "expert", JudgmentId = 7 });
        await using var db = database.Open();
        var before = await db.Pairs.AsNoTracking().SingleAsync(p => p.Id == 1);

        await database.Get<MappingRefresher>().RemapAllAsync();

        var after = await db.Pairs.AsNoTracking().Include(p => p.Targets).SingleAsync(p => p.Id == 1);
        (after.State, after.BestTargetId, after.Score, after.Outcome, after.Version).ShouldBe((state, "帽子", before.Score, before.Outcome, before.Version));
        after.Targets.ShouldHaveSingleItem().CategoryId.ShouldBe("手套");
        (await db.Pairs.SingleAsync(p => p.Id == 2)).BestTargetId.ShouldBe("围巾");
    }

    private static async Task<TestDatabase> CreateAsync(params string[] categories)
    {
        var database = await TestDatabase.CreateAsync(services => services.AddBehavior().AddMapping());
        await database.AddAsync([.. Tree(categories)]);
        return database;
    }

    private static async Task StorePairsAsync(TestDatabase database, string text, params (string Source, PairState State)[] pairs)
    {
        await using var db = database.Open();
        var results = await database.Get<CategoryMapper>().MapAsync([text], 3);
        var mapping = (await database.Get<MappingStore>().GetOrAddAsync(db, results)).Single().Value;
        db.Pairs.AddRange(pairs.Select(p => new Pair { SourceId = p.Source, Text = text, Mapping = mapping, BestTargetId = text, State = p.State }));
        await db.SaveChangesAsync();
    }
}
