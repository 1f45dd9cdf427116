using LlmRec.Workbench.Complements;
using LlmRec.Workbench.Mapping;
using LlmRec.Workbench.Mapping.Choices;
using LlmRec.Workbench.Review;
using Microsoft.EntityFrameworkCore;
using static LlmRec.Workbench.Tests.Review.ReviewData;

namespace LlmRec.Workbench.Tests.Review;

public sealed class UndoTests
{
    [Fact]
    public async Task UndoAsync_FirstJudgment_MakesThePairWaitAgainAndAppends()
    {
        await using var database = await CreateAsync();
        var batch = await database.JudgeAsync(Ann, Approve(1));
        var result = await database.Get<JudgmentService>().UndoAsync(Ann, batch);
        (result.Status, result.Undone).ShouldBe((UndoStatus.Done, 1));
        var pair = await database.PairAsync(1);
        (pair.State, pair.Version, pair.JudgmentId).ShouldBe((PairState.Waiting, 2, null));
        pair.Targets.ShouldBeEmpty();
        await using var db = database.Open();
        (await db.Judgments.OrderBy(j => j.Id).Select(j => j.Decision).ToListAsync()).ShouldBe([Decision.Approve, Decision.Undo]);
    }

    [Fact]
    public async Task UndoAsync_SecondJudgment_RestoresTheFirst()
    {
        await using var database = await CreateAsync();
        await database.JudgeAsync(Bob, Approve(1, "s2", rank: 2));
        var batch = await database.JudgeAsync(Ann, Reject(1, version: 1));
        await database.Get<JudgmentService>().UndoAsync(Ann, batch);
        var pair = await database.PairAsync(1);
        pair.State.ShouldBe(PairState.Approved);
        pair.Targets.ShouldHaveSingleItem().CategoryId.ShouldBe("s2");
        await using var db = database.Open();
        (await db.Aliases.SingleAsync()).CategoryId.ShouldBe("s2");
    }

    [Fact]
    public async Task UndoAsync_LaterJudgmentOnOnePair_IsListedAndTheRestIsUndone()
    {
        await using var database = await CreateAsync();
        var service = database.Get<JudgmentService>();
        var accepted = await service.AcceptAsync(Ann, 0.8, "sure");
        await database.JudgeAsync(Bob, Reject(2, version: 1));
        var result = await service.UndoAsync(Ann, accepted.BatchId!.Value);
        result.Undone.ShouldBe(2);
        var conflict = result.Conflicts.ShouldHaveSingleItem();
        (conflict.Current.Subject, conflict.Current.By).ShouldBe((SubjectRef.Pair(2), "bob"));
        (await database.PairAsync(2)).State.ShouldBe(PairState.Rejected);
        (await database.PairAsync(1)).State.ShouldBe(PairState.Waiting);
    }

    [Fact]
    public async Task UndoAsync_EverythingJudgedSince_ChangesNothing()
    {
        await using var database = await CreateAsync();
        var batch = await database.JudgeAsync(Ann, Approve(1));
        await database.JudgeAsync(Bob, Reject(1, version: 1));
        var result = await database.Get<JudgmentService>().UndoAsync(Ann, batch);
        (result.Undone, result.BatchId, result.Conflicts.Count).ShouldBe((0, null, 1));
        await using var db = database.Open();
        (await db.JudgmentBatches.CountAsync()).ShouldBe(2);
    }

    [Fact]
    public async Task UndoAsync_Correction_RemovesItsAliasAndMapsAgain()
    {
        await using var database = await CreateAsync();
        var batch = await database.JudgeAsync(Ann, Approve(1, "s2", rank: 2));
        await database.Get<JudgmentService>().UndoAsync(Ann, batch);
        await using var db = database.Open();
        (await db.Aliases.AnyAsync()).ShouldBeFalse();
        (await database.PairAsync(1)).BestTargetId.ShouldBe("s1");
        (await database.PairAsync(3)).BestTargetId.ShouldBe("s1");
    }

    [Fact]
    public async Task UndoAsync_AnUndo_JudgesAgainWithItsAliasAndCanBeUndone()
    {
        await using var database = await CreateAsync();
        var service = database.Get<JudgmentService>();
        var batch = await database.JudgeAsync(Ann, Approve(1, "s2", rank: 2));
        var undo = await service.UndoAsync(Ann, batch);
        var redo = await service.UndoAsync(Ann, undo.BatchId!.Value);
        (await database.PairAsync(1)).Targets.ShouldHaveSingleItem().CategoryId.ShouldBe("s2");
        await using var db = database.Open();
        (await db.Aliases.CountAsync()).ShouldBe(1);
        (await service.UndoAsync(Ann, redo.BatchId!.Value)).Undone.ShouldBe(1);
        (await database.PairAsync(1)).State.ShouldBe(PairState.Waiting);
    }

    [Fact]
    public async Task UndoAsync_AnUndoAfterANewJudgment_IsAConflict()
    {
        await using var database = await CreateAsync();
        var service = database.Get<JudgmentService>();
        var undo = await service.UndoAsync(Ann, await database.JudgeAsync(Ann, Approve(1)));
        await database.JudgeAsync(Bob, Reject(1, version: 2));
        (await service.UndoAsync(Ann, undo.BatchId!.Value)).Conflicts.ShouldHaveSingleItem().Current.By.ShouldBe("bob");
        (await database.PairAsync(1)).State.ShouldBe(PairState.Rejected);
    }

    [Fact]
    public async Task UndoAsync_Twice_IsRefusedTheSecondTime()
    {
        await using var database = await CreateAsync();
        var service = database.Get<JudgmentService>();
        var batch = await database.JudgeAsync(Ann, Approve(1));
        await service.UndoAsync(Ann, batch);
        (await service.UndoAsync(Bob, batch)).Status.ShouldBe(UndoStatus.AlreadyUndone);
        (await service.UndoAsync(Bob, 999)).Status.ShouldBe(UndoStatus.UnknownBatch);
    }

    [Fact]
    public async Task UndoLastAsync_Repeated_GoesBackThroughTheCallersOwnBatches()
    {
        await using var database = await CreateAsync();
        var service = database.Get<JudgmentService>();
        await database.JudgeAsync(Ann, Approve(1));
        await database.JudgeAsync(Ann, Reject(2));
        await database.JudgeAsync(Bob, Reject(3));
        await service.UndoLastAsync(Ann);
        (await database.PairAsync(2)).State.ShouldBe(PairState.Waiting);
        await service.UndoLastAsync(Ann);
        (await database.PairAsync(1)).State.ShouldBe(PairState.Waiting);
        (await service.UndoLastAsync(Ann)).Status.ShouldBe(UndoStatus.NothingToUndo);
        (await database.PairAsync(3)).State.ShouldBe(PairState.Rejected);
    }

    [Fact]
    public async Task UndoAsync_TextMappedAnewWhileJudged_WaitsWithTheNewProposal()
    {
        await using var database = await CreateAsync();
        var batch = await database.JudgeAsync(Ann, Reject(3));
        await database.JudgeAsync(Ann, Approve(1, "s2", rank: 2));
        (await database.PairAsync(3)).BestTargetId.ShouldBe("s1");
        await database.Get<JudgmentService>().UndoAsync(Ann, batch);
        (await database.PairAsync(3)).BestTargetId.ShouldBe("s2");
    }

    [Fact]
    public async Task UndoAsync_CorrectionOfWhatAModelChose_BringsItsChoiceBack()
    {
        await using var database = await CreateAsync();
        await ChooseAsync(database, "s2");
        var before = await CandidatesAsync(database);
        before[0].ShouldBe(("s2", before[0].Score, 0, 1));
        var batch = await database.JudgeAsync(Ann, Approve(1, "b1", rank: null));
        var corrected = (await CandidatesAsync(database))[0];
        (corrected.Id, corrected.Alias).ShouldBe(("b1", 1));
        await database.Get<JudgmentService>().UndoAsync(Ann, batch);
        (await CandidatesAsync(database)).ShouldBe(before);
        (await database.PairAsync(1)).BestTargetId.ShouldBe("s2");
    }

    [Fact]
    public async Task UndoAsync_ModelChoseSinceTheJudgment_WaitsWithItsChoice()
    {
        await using var database = await CreateAsync();
        var batch = await database.JudgeAsync(Ann, Reject(1));
        await ChooseAsync(database, "s2");
        var judged = await database.PairAsync(1);
        (judged.State, judged.BestTargetId, judged.Version).ShouldBe((PairState.Rejected, "s1", 1));
        (await database.Get<JudgmentService>().UndoAsync(Ann, batch)).Undone.ShouldBe(1);
        (await database.PairAsync(1)).BestTargetId.ShouldBe("s2");
    }

    [Fact]
    public async Task GetRecentBatchesAsync_AfterAnUndo_SaysWhoUndidWhat()
    {
        await using var database = await CreateAsync();
        var service = database.Get<JudgmentService>();
        var batch = await database.JudgeAsync(Ann, Reject(1));
        await service.UndoAsync(Bob, batch);
        var batches = await service.GetRecentBatchesAsync();
        batches.Select(b => (b.Kind, b.By, b.UndoneBy)).ShouldBe([(BatchKind.Undo, "bob", null), (BatchKind.Judge, "ann", "bob")]);
        batches[1].Decision.ShouldBe(Decision.Reject);
        batches[1].Description.ShouldBe("男装 > 休闲裤 → 帆布鞋");
    }

    /// <summary>A model has picked among the canvas shoes.</summary>
    private static async Task ChooseAsync(TestDatabase database, string categoryId)
    {
        await database.AddAsync(new MappingChoice { Key = "帆布鞋", CategoryId = categoryId, Offered = "s1\ts2", Model = "m", At = DateTimeOffset.UnixEpoch });
        await database.Get<MappingRefresher>().RemapAllAsync();
    }

    private static async Task<List<(string Id, double Score, double Alias, double Choice)>> CandidatesAsync(TestDatabase database)
    {
        await using var db = database.Open();
        var candidates = await db.MappingCandidates.Where(c => c.MappingId == 1).OrderBy(c => c.Rank).ToListAsync();
        return [.. candidates.Select(c => (c.CategoryId, c.Score, c.Alias, c.Choice))];
    }
}
