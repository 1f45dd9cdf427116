using LlmRec.Workbench.Review;
using LlmRec.Workbench.Security;
using LlmRec.Workbench.Titles;
using Microsoft.EntityFrameworkCore;
using static LlmRec.Workbench.Tests.Review.ReviewData;
using static LlmRec.Workbench.Tests.Review.TitleData;

namespace LlmRec.Workbench.Tests.Review;

public sealed class JudgeTitleTests
{
    [Fact]
    public async Task JudgeTitleAsync_ApproveAsProposed_StandsOnTheTitle()
    {
        await using var database = await TitleData.CreateAsync();
        await database.JudgeTitleAsync(Ann, TitleData.Approve(1) with { Reason = " 通顺 " });
        var title = await database.TitleAsync(1);
        (title.State, title.ApprovedText, title.Version).ShouldBe((TitleState.Approved, Clean, 1));
        await using var db = database.Open();
        var judgment = await db.Judgments.SingleAsync();
        (judgment.Id, judgment.TitleId, judgment.PairId, judgment.Text, judgment.By, judgment.Reason).ShouldBe((title.JudgmentId!.Value, 1, null, Clean, "ann", "通顺"));
        judgment.IsCorrection.ShouldBeFalse();
    }

    [Fact]
    public async Task JudgeTitleAsync_EditedSentence_IsWhatIsApprovedOnOneLineAndTheProposalStays()
    {
        await using var database = await TitleData.CreateAsync();
        await database.JudgeTitleAsync(Ann, TitleData.Approve(3, " 这个商品是\r\n花花公子\t皮带 "));
        var title = await database.TitleAsync(3);
        (title.ApprovedText, title.Sentence, title.Violations).ShouldBe(("这个商品是 花花公子 皮带", "皮带", "no-opening"));
    }

    [Fact]
    public async Task JudgeTitleAsync_SentenceThatBreaksARule_IsAllowedAndTheItemSaysWhichRule()
    {
        await using var database = await TitleData.CreateAsync();
        await database.JudgeTitleAsync(Ann, TitleData.Approve(1, "帆布鞋"));
        var item = (await database.Get<TitleQueue>().GetItemAsync(1)).ShouldNotBeNull();
        item.Title.Standing.State.ShouldBe(TitleState.Approved);
        item.Check(item.Text).ShouldContain("no-opening");
    }

    [Theory]
    [InlineData(Decision.Reject, TitleState.Rejected)]
    [InlineData(Decision.Repair, TitleState.Repair)]
    public async Task JudgeTitleAsync_AfterAnApproval_TakesItsTextAway(Decision decision, TitleState state)
    {
        await using var database = await TitleData.CreateAsync();
        await database.JudgeTitleAsync(Ann, TitleData.Approve(1));
        await database.JudgeTitleAsync(Ann, Decide(1, decision, version: 1) with { Text = "ignored" });
        var title = await database.TitleAsync(1);
        (title.State, title.ApprovedText).ShouldBe((state, ""));
    }

    [Fact]
    public async Task JudgeTitleAsync_StaleVersion_IsAConflictWithBothSidesAndChangesNothing()
    {
        await using var database = await TitleData.CreateAsync();
        await database.JudgeTitleAsync(Bob, TitleData.Approve(1, "这个商品是鞋") with { Reason = "短" });
        var result = await database.Get<JudgmentService>().JudgeTitleAsync(Ann, Decide(1, Decision.Reject));
        var conflict = result.ShouldBeOfType<JudgmentResult.Conflict>();
        conflict.Yours.Decision.ShouldBe(Decision.Reject);
        var current = conflict.Current.ShouldBeOfType<TitleStanding>();
        (current.State, current.Text, current.By, current.Reason, current.Version).ShouldBe((TitleState.Approved, "这个商品是鞋", "bob", "短", 1));
        (await database.TitleAsync(1)).State.ShouldBe(TitleState.Approved);
    }

    [Fact]
    public async Task JudgeTitleAsync_ManyAtOnceOnOneTitle_ExactlyOneStands()
    {
        await using var database = await TitleData.CreateAsync();
        var service = database.Get<JudgmentService>();
        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => service.JudgeTitleAsync(Ann, TitleData.Approve(1))));
        results.OfType<JudgmentResult.Done>().Count().ShouldBe(1);
        results.OfType<JudgmentResult.Conflict>().Count().ShouldBe(7);
        await using var db = database.Open();
        (await db.Judgments.CountAsync()).ShouldBe(1);
    }

    [Theory]
    [InlineData(99, "这个商品是鞋", JudgmentProblem.UnknownTitle)]
    [InlineData(1, " \r\n\t ", JudgmentProblem.NoText)]
    [InlineData(1, null, JudgmentProblem.TextTooLong)]
    public async Task JudgeTitleAsync_SenselessRequest_IsRefusedWithTheReason(long titleId, string? text, JudgmentProblem problem)
    {
        await using var database = await TitleData.CreateAsync();
        var request = TitleData.Approve(titleId, text ?? new string('鞋', TitleJudgmentRequest.MaxText + 1));
        (await database.Get<JudgmentService>().JudgeTitleAsync(Ann, request)).ShouldBeOfType<JudgmentResult.Refused>().Problem.ShouldBe(problem);
        (await database.Get<JudgmentService>().GetRecentBatchesAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task JudgeTitleAsync_DecisionOfPairs_Throws()
    {
        await using var database = await TitleData.CreateAsync();
        var service = database.Get<JudgmentService>();
        await Should.ThrowAsync<ArgumentException>(() => service.JudgeTitleAsync(Ann, Decide(1, Decision.NoCategory)));
        await Should.ThrowAsync<ArgumentException>(() => service.JudgeTitleAsync(Ann, Decide(1, Decision.Undo)));
        await Should.ThrowAsync<ArgumentException>(() => service.JudgeAsync(Ann, new JudgmentRequest(1, 0, Decision.Repair, [])));
    }

    [Fact]
    public async Task JudgeTitleAsync_Viewer_IsDenied()
    {
        await using var database = await TitleData.CreateAsync();
        var (viewer, service) = (new Caller("eve", new HashSet<string> { Roles.Viewer }), database.Get<JudgmentService>());
        await Should.ThrowAsync<AccessDeniedException>(() => service.JudgeTitleAsync(viewer, TitleData.Approve(1)));
        await Should.ThrowAsync<AccessDeniedException>(() => service.AcceptTitlesAsync(viewer, new(new(), "")));
    }
}
