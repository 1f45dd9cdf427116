using LlmRec.Workbench.Complements;
using LlmRec.Workbench.Mapping;
using LlmRec.Workbench.Review;
using LlmRec.Workbench.Security;
using LlmRec.Workbench.Web.Components.Pages.Review;
using Microsoft.EntityFrameworkCore;

namespace LlmRec.Workbench.Web.Tests.Review;

public sealed class ReviewDeskTests
{
    private static readonly Caller Bob = Caller.SingleUser("bob");

    [Fact]
    public async Task ApproveAsync_FirstPair_GoesOnToTheNextAndOffersUndo()
    {
        await using var context = await OpenAsync();
        context.Desk.Note = "常见";
        await context.Desk.ApproveAsync();
        context.Desk.Item.ShouldNotBeNull().Pair.Id.ShouldBe(2);
        context.Desk.Note.ShouldBeEmpty();
        await context.Desk.Facts;
        context.Desk.Counts.ShouldNotBeNull().Judged.ShouldBe(1);
        var batch = context.Desk.Notice.ShouldBeOfType<DeskNotice.Judged>().BatchId;
        await context.Desk.UndoAsync(batch);
        context.Desk.Item.ShouldNotBeNull().Pair.Id.ShouldBe(1);
        (await context.PairAsync(1)).State.ShouldBe(PairState.Waiting);
    }

    [Fact]
    public async Task SkipAsync_AtTheEnd_ComesBackToWhatWasSkipped()
    {
        await using var context = await OpenAsync();
        await context.Desk.SkipAsync();
        await context.Desk.SkipAsync();
        context.Desk.Item.ShouldNotBeNull().Pair.Id.ShouldBe(1);
    }

    [Fact]
    public async Task RejectAsync_LastPair_LeavesAnEmptyDesk()
    {
        await using var context = await OpenAsync();
        await context.Desk.RejectAsync();
        await context.Desk.NoCategoryAsync();
        context.Desk.Item.ShouldBeNull();
        (await context.PairAsync(2)).State.ShouldBe(PairState.NoCategory);
    }

    [Fact]
    public async Task PickAsync_RankWithoutCandidate_DoesNothing()
    {
        await using var context = await OpenAsync();
        await context.Desk.PickAsync(7);
        context.Desk.Item.ShouldNotBeNull().Pair.Id.ShouldBe(1);
        context.Desk.Notice.ShouldBeNull();
    }

    [Fact]
    public async Task PickAsync_CandidateThatIsFoldedAway_WaitsUntilItShows()
    {
        await using var context = await OpenAsync();
        await using (var db = context.Open())
        {
            await db.Set<MappingCandidate>().Where(c => c.CategoryId == "s2").ExecuteUpdateAsync(set => set.SetProperty(c => c.Score, 0.004));
        }

        await context.Desk.OpenAsync(new(), 2);
        await context.Desk.OpenAsync(new(), 1);
        await context.Desk.PickAsync(2);
        context.Desk.Item.ShouldNotBeNull().Pair.Id.ShouldBe(1);
        context.Desk.ShowsAllCandidates = true;
        await context.Desk.PickAsync(2);
        (await context.PairAsync(1)).Targets.Select(t => t.CategoryId).ShouldBe(["s2"]);
    }

    [Fact]
    public async Task ApproveAsync_SeveralChosen_ApprovesAllOfThem()
    {
        await using var context = await OpenAsync();
        context.Desk.ToggleSeveral();
        await context.Desk.PickAsync(1);
        await context.Desk.PickCategoryAsync("b1");
        (await context.PairAsync(1)).State.ShouldBe(PairState.Waiting);
        await context.Desk.ApproveAsync();
        (await context.PairAsync(1)).Targets.Select(t => t.CategoryId).ShouldBe(["s1", "b1"], ignoreOrder: true);
    }

    [Theory]
    [InlineData(true, PairState.Approved)]
    [InlineData(false, PairState.Rejected)]
    public async Task SettleAsync_Conflict_IsSettledByThePerson(bool mine, PairState expected)
    {
        await using var context = await OpenAsync();
        await context.Judgments.JudgeAsync(Bob, new JudgmentRequest(1, 0, Decision.Reject, []));
        await context.Desk.ApproveAsync();
        context.Desk.Conflict.ShouldNotBeNull().Current.By.ShouldBe("bob");
        (await context.PairAsync(1)).State.ShouldBe(PairState.Rejected);
        await context.Desk.SettleAsync(mine);
        (await context.PairAsync(1)).State.ShouldBe(expected);
        context.Desk.Item.ShouldNotBeNull().Pair.Id.ShouldBe(2);
    }

    [Fact]
    public async Task AcceptAsync_WholeFilter_ApprovesAllAndUndoesAsOne()
    {
        await using var context = await OpenAsync();
        (await context.Desk.PreviewAcceptAsync(0.5, CancellationToken.None)).Count.ShouldBe(2);
        await context.Desk.AcceptAsync(0.5, "sure");
        context.Desk.Item.ShouldBeNull();
        await context.Desk.UndoAsync();
        await context.Desk.Facts;
        context.Desk.Counts.ShouldNotBeNull().Waiting.ShouldBe(2);
    }

    [Fact]
    public async Task OpenAsync_BackWithoutAPair_KeepsThePosition()
    {
        await using var context = await OpenAsync();
        await context.Desk.SkipAsync();
        await context.Desk.OpenAsync(new(), null);
        context.Desk.Item.ShouldNotBeNull().Pair.Id.ShouldBe(2);
        await context.Desk.Facts;
        context.Desk.Position.ShouldBe(1);
    }

    private static async Task<ReviewContext> OpenAsync()
    {
        var context = await ReviewContext.CreateAsync();
        await context.Desk.OpenAsync(new(), null);
        return context;
    }
}
