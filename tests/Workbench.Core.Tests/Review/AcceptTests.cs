using LlmRec.Workbench.Complements;
using LlmRec.Workbench.Mapping;
using LlmRec.Workbench.Review;
using Microsoft.EntityFrameworkCore;
using static LlmRec.Workbench.Tests.Review.ReviewData;

namespace LlmRec.Workbench.Tests.Review;

public sealed class AcceptTests
{
    [Fact]
    public async Task AcceptAsync_MinScore_ApprovesMappedPairsInOneBatch()
    {
        await using var database = await CreateAsync();
        var result = await database.Get<JudgmentService>().AcceptAsync(Ann, 0.9, "clear matches");
        result.Count.ShouldBe(2);
        var pair = await database.PairAsync(3);
        (pair.State, pair.Version, pair.Targets.Single().CategoryId).ShouldBe((PairState.Approved, 1, "s1"));
        (await database.PairAsync(2)).State.ShouldBe(PairState.Waiting);
        await using var db = database.Open();
        var judgments = await db.Judgments.ToListAsync();
        judgments.ShouldAllBe(j => j.BatchId == result.BatchId && j.Reason == "clear matches" && j.By == "ann" && j.CandidateRank == 1);
        (await db.JudgmentBatches.SingleAsync()).Count.ShouldBe(2);
    }

    [Fact]
    public async Task AcceptAsync_Scope_LeavesOtherSourcesAlone()
    {
        await using var database = await CreateAsync();
        (await database.Get<JudgmentService>().AcceptAsync(Ann, 0, "all", "t2")).Count.ShouldBe(1);
        (await database.PairAsync(1)).State.ShouldBe(PairState.Waiting);
    }

    [Fact]
    public async Task AcceptAsync_OnlyUnmappedOrJudged_ApprovesNothingAndLeavesNoBatch()
    {
        await using var database = await CreateAsync();
        var service = database.Get<JudgmentService>();
        var request = new AcceptRequest(new() { Outcome = MappingOutcome.NoCategory }, 0, "");
        (await service.AcceptAsync(Ann, request)).ShouldBe(new(0, null));
        (await service.GetRecentBatchesAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task AcceptAsync_BestTargetRetired_IsLeftToAPerson()
    {
        await using var database = await CreateAsync();
        await using var db = database.Open();
        await db.Categories.Where(c => c.Id == "s1").ExecuteUpdateAsync(s => s.SetProperty(c => c.RetiredAt, database.Time.GetUtcNow()));
        (await database.Get<JudgmentService>().AcceptAsync(Ann, 0.5, "")).Count.ShouldBe(1);
        (await database.PairAsync(1)).State.ShouldBe(PairState.Waiting);
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1.1)]
    public async Task AcceptAsync_ScoreOutOfRange_Throws(double score)
    {
        await using var database = await CreateAsync();
        await Should.ThrowAsync<ArgumentOutOfRangeException>(() => database.Get<JudgmentService>().AcceptAsync(Ann, score, ""));
    }

    [Fact]
    public async Task PreviewAcceptAsync_Filter_CountsAndSamplesWithoutWriting()
    {
        await using var database = await CreateAsync();
        var service = database.Get<JudgmentService>();
        var preview = await service.PreviewAcceptAsync(new(new() { Text = "帆布鞋" }, 0.5, ""));
        preview.Count.ShouldBe(2);
        preview.Sample.SelectMany(s => s.TargetPaths).Distinct().ShouldBe(["鞋 > 男帆布鞋"]);
        (await service.GetRecentBatchesAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task UndoAsync_Accepted_MakesAllWaitAgainAndAnUndoOfThatApprovesThemAgain()
    {
        await using var database = await CreateAsync();
        var service = database.Get<JudgmentService>();
        var accepted = await service.AcceptAsync(Ann, 0.5, "");
        var undo = await service.UndoAsync(Ann, accepted.BatchId!.Value);
        undo.Undone.ShouldBe(3);
        (await database.Get<ReviewQueue>().GetCountsAsync(new())).Judged.ShouldBe(0);
        (await service.UndoAsync(Ann, undo.BatchId!.Value)).Undone.ShouldBe(3);
        (await database.Get<ReviewQueue>().GetCountsAsync(new())).States[PairState.Approved].ShouldBe(3);
    }

    [Fact]
    public async Task AcceptAsync_SeveralAccepted_ApprovesAllAndUndoAndRedoTeachNoAlias()
    {
        await using var database = await WithTwoAcceptedAsync();
        var service = database.Get<JudgmentService>();
        (await service.PreviewAcceptAsync(new(new() { SourceScope = "t1" }, 0.5, ""))).Sample.Single(s => s.PairId == 1).TargetPaths.ShouldBe(["鞋 > 男帆布鞋", "鞋 > 女帆布鞋"]);
        var accepted = await service.AcceptAsync(Ann, 0.5, "");
        (await database.PairAsync(1)).Targets.Select(t => t.CategoryId).ShouldBe(["s1", "s2"], ignoreOrder: true);

        var undo = await service.UndoAsync(Ann, accepted.BatchId!.Value);
        (await database.PairAsync(1)).Targets.ShouldBeEmpty();
        await service.UndoAsync(Ann, undo.BatchId!.Value);
        (await database.PairAsync(1)).Targets.Count.ShouldBe(2);
        await using var db = database.Open();
        (await db.Aliases.CountAsync()).ShouldBe(0);
    }

    [Theory]
    [InlineData(0.7, 1)]
    [InlineData(0.5, 2)]
    public async Task AcceptAsync_MinScore_CountsForEachCandidate(double minScore, int targets)
    {
        await using var database = await WithTwoAcceptedAsync();
        await database.Get<JudgmentService>().AcceptAsync(Ann, minScore, "");
        (await database.PairAsync(1)).Targets.Count.ShouldBe(targets);
    }

    [Fact]
    public async Task AcceptAsync_OneOfTheAcceptedIsTheSource_ApprovesTheOther()
    {
        await using var database = await WithTwoAcceptedAsync();
        await using var db = database.Open();
        await db.Pairs.Where(p => p.Id == 1).ExecuteUpdateAsync(s => s.SetProperty(p => p.SourceId, "s1"));
        await database.Get<JudgmentService>().AcceptAsync(Ann, 0.5, "");
        (await database.PairAsync(1)).Targets.Single().CategoryId.ShouldBe("s2");
    }

    private static async Task<TestDatabase> WithTwoAcceptedAsync()
    {
        var database = await CreateAsync();
        await using var db = database.Open();
        await db.MappingCandidates.Where(c => c.MappingId == 1).ExecuteUpdateAsync(s => s.SetProperty(c => c.Accepted, true));
        return database;
    }
}
