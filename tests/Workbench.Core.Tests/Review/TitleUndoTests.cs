using LlmRec.Workbench.Complements;
using LlmRec.Workbench.Review;
using LlmRec.Workbench.Titles;
using Microsoft.EntityFrameworkCore;
using static LlmRec.Workbench.Tests.Review.ReviewData;
using static LlmRec.Workbench.Tests.Review.TitleData;

namespace LlmRec.Workbench.Tests.Review;

public sealed class TitleUndoTests
{
    [Theory]
    [InlineData(1, TitleState.Waiting)]
    [InlineData(3, TitleState.Repair)]
    [InlineData(4, TitleState.Repair)]
    public async Task UndoAsync_FirstJudgment_PutsTheTitleBackIntoItsQueue(long titleId, TitleState before)
    {
        await using var database = await TitleData.CreateAsync();
        var batch = await database.JudgeTitleAsync(Ann, TitleData.Approve(titleId));
        var result = await database.Get<JudgmentService>().UndoAsync(Ann, batch);
        (result.Status, result.Undone, result.First).ShouldBe((UndoStatus.Done, 1, SubjectRef.Title(titleId)));
        var title = await database.TitleAsync(titleId);
        (title.State, title.ApprovedText, title.JudgmentId, title.Version).ShouldBe((before, "", null, 2));
    }

    [Fact]
    public async Task UndoAsync_SecondJudgment_RestoresTheFirstWithItsText()
    {
        await using var database = await TitleData.CreateAsync();
        await database.JudgeTitleAsync(Bob, TitleData.Approve(1, "这个商品是鞋"));
        var batch = await database.JudgeTitleAsync(Ann, Decide(1, Decision.Reject, version: 1));
        await database.Get<JudgmentService>().UndoAsync(Ann, batch);
        var title = await database.TitleAsync(1);
        (title.State, title.ApprovedText).ShouldBe((TitleState.Approved, "这个商品是鞋"));
    }

    [Fact]
    public async Task UndoAsync_AnUndo_ApprovesTheSameTextAgainAndCanBeUndone()
    {
        await using var database = await TitleData.CreateAsync();
        var service = database.Get<JudgmentService>();
        var undo = await service.UndoAsync(Ann, await database.JudgeTitleAsync(Ann, TitleData.Approve(1, "这个商品是鞋")));
        var redo = await service.UndoAsync(Ann, undo.BatchId!.Value);
        (await database.TitleAsync(1)).ApprovedText.ShouldBe("这个商品是鞋");
        (await service.UndoAsync(Ann, redo.BatchId!.Value)).Undone.ShouldBe(1);
        (await database.TitleAsync(1)).State.ShouldBe(TitleState.Waiting);
    }

    [Fact]
    public async Task UndoAsync_LaterJudgment_IsAConflictThatNamesIt()
    {
        await using var database = await TitleData.CreateAsync();
        var batch = await database.JudgeTitleAsync(Ann, TitleData.Approve(1));
        await database.JudgeTitleAsync(Bob, Decide(1, Decision.Repair, version: 1));
        var result = await database.Get<JudgmentService>().UndoAsync(Ann, batch);
        (result.Undone, result.BatchId).ShouldBe((0, null));
        var conflict = result.Conflicts.ShouldHaveSingleItem();
        conflict.Text.ShouldBe("帆布鞋男低帮");
        var current = conflict.Current.ShouldBeOfType<TitleStanding>();
        (current.State, current.By).ShouldBe((TitleState.Repair, "bob"));
        (await database.TitleAsync(1)).State.ShouldBe(TitleState.Repair);
    }

    [Fact]
    public async Task UndoAsync_BulkApproval_UndoesAllButWhatWasJudgedSinceAndRedoes()
    {
        await using var database = await TitleData.CreateAsync();
        var service = database.Get<JudgmentService>();
        var accepted = await service.AcceptTitlesAsync(Ann, new(new(), "sure"));
        await database.JudgeTitleAsync(Bob, Decide(2, Decision.Reject, version: 1));
        var undo = await service.UndoAsync(Ann, accepted.BatchId!.Value);
        (undo.Undone, undo.Conflicts.Count).ShouldBe((1, 1));
        (await database.TitleAsync(1)).State.ShouldBe(TitleState.Waiting);
        (await service.UndoAsync(Ann, undo.BatchId!.Value)).Undone.ShouldBe(1);
        (await database.TitleAsync(1)).ApprovedText.ShouldBe(Clean);
    }

    [Fact]
    public async Task UndoLastAsync_PairsAndTitlesInTurn_GoesBackThroughBoth()
    {
        await using var database = await TitleData.CreateAsync();
        var service = database.Get<JudgmentService>();
        await database.JudgeAsync(Ann, ReviewData.Approve(1));
        await database.JudgeTitleAsync(Ann, TitleData.Approve(1));
        await database.JudgeTitleAsync(Bob, TitleData.Approve(2));
        (await service.UndoLastAsync(Ann)).First.ShouldBe(SubjectRef.Title(1));
        (await service.UndoLastAsync(Ann)).First.ShouldBe(SubjectRef.Pair(1));
        (await service.UndoLastAsync(Ann)).Status.ShouldBe(UndoStatus.NothingToUndo);
        (await database.PairAsync(1)).State.ShouldBe(PairState.Waiting);
        (await database.TitleAsync(2)).State.ShouldBe(TitleState.Approved);
    }

    [Fact]
    public async Task GetRecentBatchesAsync_PairsAndTitles_AreOneHistoryThatSaysWhatWasJudged()
    {
        await using var database = await TitleData.CreateAsync();
        await database.JudgeAsync(Ann, Reject(1));
        await database.JudgeTitleAsync(Ann, Decide(2, Decision.Repair));
        await database.Get<JudgmentService>().AcceptTitlesAsync(Bob, new(new() { CategoryScope = "s" }, "通顺"));
        var batches = await database.Get<JudgmentService>().GetRecentBatchesAsync();
        batches.Select(b => (b.Kind, b.Decision, b.Subject, b.Description)).ShouldBe(
        [
            (BatchKind.Accept, null, SubjectRef.Title(1), "鞋 · 通顺"),
            (BatchKind.Judge, Decision.Repair, SubjectRef.Title(2), "帆布鞋女"),
            (BatchKind.Judge, Decision.Reject, SubjectRef.Pair(1), "男装 > 休闲裤 → 帆布鞋"),
        ]);
    }

    [Fact]
    public async Task JudgmentHistory_OfACategory_HoldsItsPairsAndNoTitles()
    {
        await using var database = await TitleData.CreateAsync();
        await database.JudgeAsync(Ann, ReviewData.Approve(1));
        await database.JudgeTitleAsync(Ann, TitleData.Approve(1));
        (await database.Get<JudgmentHistory>().GetAsync("t1", 10)).ShouldHaveSingleItem().PairId.ShouldBe(1);
        (await database.Get<JudgmentHistory>().GetAsync("s1", 10)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Judgments_AboutNothingOrTwoThings_AreRefusedByTheDatabase()
    {
        await using var database = await TitleData.CreateAsync();
        var batch = await database.JudgeTitleAsync(Ann, TitleData.Approve(1));
        await Should.ThrowAsync<DbUpdateException>(() => database.AddAsync(new Judgment { BatchId = batch, By = "ann" }));
        await Should.ThrowAsync<DbUpdateException>(() => database.AddAsync(new Judgment { BatchId = batch, PairId = 1, TitleId = 1, By = "ann" }));
    }
}
