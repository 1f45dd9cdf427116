using LlmRec.Workbench.Complements;
using LlmRec.Workbench.Review;
using LlmRec.Workbench.Security;
using LlmRec.Workbench.Titles;
using LlmRec.Workbench.Web.Components.Pages.Review;

namespace LlmRec.Workbench.Web.Tests.Review;

public sealed class TitleDeskTests
{
    private static readonly Caller Bob = Caller.SingleUser("bob");

    [Fact]
    public async Task ApproveAsync_AsProposed_GoesOnToTheNextAndUndoBringsItBack()
    {
        await using var context = await OpenAsync();
        await context.Titles.ApproveAsync();
        (await context.TitleAsync(1)).ApprovedText.ShouldBe("这个商品是帆布鞋");
        context.Titles.Item.ShouldNotBeNull().Title.Id.ShouldBe(2);
        await context.Titles.Facts;
        context.Titles.Counts.ShouldNotBeNull().Judged.ShouldBe(1);
        await context.Titles.UndoAsync();
        context.Titles.Item.ShouldNotBeNull().Title.Id.ShouldBe(1);
        (await context.TitleAsync(1)).State.ShouldBe(TitleState.Waiting);
    }

    [Fact]
    public async Task ApproveAsync_EditedSentence_ApprovesTheEditAndTheNextBeginsFresh()
    {
        await using var context = await OpenAsync();
        context.Titles.Draft = "这个商品是低帮帆布鞋";
        context.Titles.IsEdited.ShouldBeTrue();
        await context.Titles.ApproveAsync();
        (await context.TitleAsync(1)).ApprovedText.ShouldBe("这个商品是低帮帆布鞋");
        (context.Titles.Draft, context.Titles.IsEdited).ShouldBe(("这个商品是男士<b>皮带</b>", false));
    }

    [Fact]
    public async Task ApproveAsync_EmptySentence_IsRefusedAndTheTitleStays()
    {
        await using var context = await OpenAsync();
        context.Titles.Draft = "  ";
        await context.Titles.ApproveAsync();
        context.Titles.Notice.ShouldBeOfType<DeskNotice.Refused>().Problem.ShouldBe(JudgmentProblem.NoText);
        context.Titles.Item.ShouldNotBeNull().Title.Id.ShouldBe(1);
    }

    [Fact]
    public async Task PickAsync_ProposedSentence_ApprovesItWhateverIsInTheField()
    {
        await using var context = await OpenAsync();
        context.Titles.Draft = "half an edit";
        await context.Titles.PickAsync(9);
        (await context.TitleAsync(1)).State.ShouldBe(TitleState.Waiting);
        await context.Titles.PickAsync(1);
        (await context.TitleAsync(1)).ApprovedText.ShouldBe("这个商品是帆布鞋");
    }

    [Fact]
    public async Task RepairAsyncAndRejectAsync_LastTitles_LeaveAnEmptyDesk()
    {
        await using var context = await OpenAsync();
        await context.Titles.RepairAsync();
        await context.Titles.RejectAsync();
        context.Titles.Item.ShouldBeNull();
        ((await context.TitleAsync(1)).State, (await context.TitleAsync(2)).State).ShouldBe((TitleState.Repair, TitleState.Rejected));
    }

    [Theory]
    [InlineData(true, TitleState.Approved)]
    [InlineData(false, TitleState.Rejected)]
    public async Task SettleAsync_Conflict_IsSettledByThePerson(bool mine, TitleState expected)
    {
        await using var context = await OpenAsync();
        await context.Judgments.JudgeTitleAsync(Bob, new(1, 0, Decision.Reject));
        await context.Titles.ApproveAsync();
        context.Titles.Conflict.ShouldNotBeNull().Current.By.ShouldBe("bob");
        context.Titles.IsReady.ShouldBeFalse();
        await context.Titles.SettleAsync(mine);
        (await context.TitleAsync(1)).State.ShouldBe(expected);
        context.Titles.Item.ShouldNotBeNull().Title.Id.ShouldBe(2);
    }

    [Fact]
    public async Task AcceptAsync_WholeFilter_ApprovesWhatIsCleanAndUndoesAsOne()
    {
        await using var context = await OpenAsync();
        (await context.Titles.PreviewAcceptAsync(CancellationToken.None)).Count.ShouldBe(2);
        await context.Titles.AcceptAsync("sure");
        context.Titles.Item.ShouldBeNull();
        (await context.TitleAsync(3)).State.ShouldBe(TitleState.Repair);
        await context.Titles.UndoAsync();
        (await context.TitleAsync(2)).State.ShouldBe(TitleState.Waiting);
    }

    [Fact]
    public async Task UndoAsync_LastActionOnTheOtherDesk_TakesItBackAndSaysWhere()
    {
        await using var context = await OpenAsync();
        await context.Desk.OpenAsync(new(), null);
        await context.Desk.RejectAsync();
        await context.Titles.UndoAsync();
        context.Titles.Notice.ShouldBeOfType<DeskNotice.Undone>().Elsewhere.ShouldBe(SubjectRef.Pair(1));
        context.Titles.Item.ShouldNotBeNull().Title.Id.ShouldBe(1);
        (await context.PairAsync(1)).State.ShouldBe(PairState.Waiting);
    }

    private static async Task<ReviewContext> OpenAsync()
    {
        var context = await ReviewContext.CreateAsync(titles: true);
        await context.Titles.OpenAsync(new(), null);
        return context;
    }
}
