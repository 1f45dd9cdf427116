using LlmRec.Workbench.Behavior;
using LlmRec.Workbench.Complements;
using LlmRec.Workbench.Mapping;
using LlmRec.Workbench.Review;
using LlmRec.Workbench.Storage;
using LlmRec.Workbench.Titles.Baseline;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using static LlmRec.Workbench.Tests.Review.ReviewData;

namespace LlmRec.Workbench.Tests.Storage;

/// <summary>A database that the version before measured mapping has filled, opened by this version.</summary>
public sealed class UpgradeTests(PostgresServer postgres)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<DatabaseKind> Kinds => StorageContractTests.Kinds;

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Migrate_MappedTextsAndPairs_AreAllStillThere(DatabaseKind kind)
    {
        await using var sut = await CreateAsync(kind);
        await using var db = sut.Open();

        var mappings = await db.Mappings.Include(m => m.Candidates).OrderBy(m => m.Id).ToListAsync(Token);

        mappings.Select(m => (m.Key, m.Outcome, m.SettingsId, m.Error, m.Candidates.Count)).ShouldBe(
            [("帆布鞋", MappingOutcome.Ambiguous, null, null, 2), ("皮带", MappingOutcome.Mapped, null, null, 1)]);
        mappings.SelectMany(m => m.Candidates).ShouldAllBe(c => c.Lexical > 0 && c.Titles == 0 && c.Embedding == 0 && c.Choice == 0);
        (await db.Pairs.OrderBy(p => p.Id).Select(p => p.State).ToListAsync(Token)).ShouldBe([PairState.Waiting, PairState.Waiting, PairState.Approved]);
        (await sut.PairAsync(3)).Targets.ShouldHaveSingleItem().CategoryId.ShouldBe("b1");
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Accept_WhatTheEarlierVersionMapped_StaysAcceptable(DatabaseKind kind)
    {
        await using var sut = await CreateAsync(kind);

        (await sut.Get<JudgmentService>().AcceptAsync(Ann, 0.8, "", cancellationToken: Token)).Count.ShouldBe(1);

        (await sut.PairAsync(2)).Targets.ShouldHaveSingleItem().CategoryId.ShouldBe("b1");
        (await sut.PairAsync(1)).State.ShouldBe(PairState.Waiting);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task RemapJudgeUndo_UpgradedDatabase_WorkAsOnANewOne(DatabaseKind kind)
    {
        await using var sut = await CreateAsync(kind);
        (await sut.Get<MappingRefresher>().RemapAllAsync(cancellationToken: Token)).ShouldBe(2);
        var first = (await sut.PairAsync(1)).BestTargetId.ShouldNotBeNull();
        var other = first == "s1" ? "s2" : "s1";

        var batch = await sut.JudgeAsync(Ann, Approve(1, other, rank: 2));
        await using var db = sut.Open();
        (await db.Mappings.Where(m => m.Key == "帆布鞋").SelectMany(m => m.Candidates).SingleAsync(c => c.Rank == 1, Token)).CategoryId.ShouldBe(other);
        await sut.Get<JudgmentService>().UndoAsync(Ann, batch, Token);

        var pair = await sut.PairAsync(1);
        (pair.State, pair.BestTargetId).ShouldBe((PairState.Waiting, first));
        (await sut.PairAsync(3)).State.ShouldBe(PairState.Approved);
    }

    private Task<TestDatabase> CreateAsync(DatabaseKind kind) =>
        kind.CreateAsync(postgres, s => s.AddBehavior().AddMapping().AddTitleBaseline().AddReview(), db => FillAsync(db, kind == DatabaseKind.Sqlite ? "0" : "now()"));

    /// <summary>In the words of the earlier schema: the entities of this version know columns that it lacks.</summary>
    private static async Task FillAsync(WorkbenchDbContext db, string now)
    {
        await db.GetService<IMigrator>().MigrateAsync("Titles", Token);
        await db.Database.ExecuteSqlRawAsync(
            """
             INSERT INTO "Categories" ("Id", "ParentId", "Name", "Path", "Depth", "IsLeaf", "Position") VALUES
                 ('t1', NULL, '休闲裤', '休闲裤', 1, TRUE, 0), ('s', NULL, '鞋', '鞋', 1, FALSE, 1), ('s1', 's', '男帆布鞋', '鞋 > 男帆布鞋', 2, TRUE, 2),
                 ('s2', 's', '女帆布鞋', '鞋 > 女帆布鞋', 2, TRUE, 3), ('b1', NULL, '皮带', '皮带', 1, TRUE, 4);
             INSERT INTO "Mappings" ("Id", "Key", "Text", "Outcome", "MappedAt") VALUES (1, '帆布鞋', '帆布鞋', 'Ambiguous', $now), (2, '皮带', '皮带', 'Mapped', $now);
             INSERT INTO "MappingCandidates" ("MappingId", "Rank", "CategoryId", "Score", "Exact", "Alias", "Lexical", "Query2Cate") VALUES
                 (1, 1, 's1', 0.7, 0, 0, 0.8, 0), (1, 2, 's2', 0.6, 0, 0, 0.8, 0), (2, 1, 'b1', 0.9, 1, 0, 1, 0);
             INSERT INTO "Pairs" ("Id", "SourceId", "Text", "MappingId", "Outcome", "BestTargetId", "Score", "Support", "State", "CreatedAt", "Version") VALUES
                 (1, 't1', '帆布鞋', 1, 'Ambiguous', 's1', 0.7, 1, 'Waiting', $now, 0), (2, 't1', '皮带', 2, 'Mapped', 'b1', 0.9, 1, 'Waiting', $now, 0),
                 (3, 's1', '皮带', 2, 'Mapped', 'b1', 0.9, 1, 'Approved', $now, 1);
             INSERT INTO "PairTargets" ("PairId", "CategoryId") VALUES (3, 'b1');
             """.Replace("$now", now, StringComparison.Ordinal), Token);
    }
}
