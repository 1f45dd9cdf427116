using LlmRec.Workbench.Review;
using LlmRec.Workbench.Titles;
using Microsoft.EntityFrameworkCore;
using static LlmRec.Workbench.Tests.Review.ReviewData;

namespace LlmRec.Workbench.Tests.Review;

public sealed class TitleAcceptTests
{
    [Fact]
    public async Task AcceptTitlesAsync_EverythingClean_ApprovesTheProposedSentencesInOneBatch()
    {
        await using var database = await TitleData.CreateAsync();
        var result = await database.Get<JudgmentService>().AcceptTitlesAsync(Ann, new(new() { State = null }, "通顺"));
        result.Count.ShouldBe(2);
        var title = await database.TitleAsync(1);
        (title.State, title.ApprovedText, title.Version).ShouldBe((TitleState.Approved, TitleData.Clean, 1));
        (await database.TitleAsync(3)).State.ShouldBe(TitleState.Repair);
        (await database.TitleAsync(5)).State.ShouldBe(TitleState.Waiting);
        await using var db = database.Open();
        (await db.Judgments.ToListAsync()).ShouldAllBe(j => j.BatchId == result.BatchId && j.Reason == "通顺" && j.Text.Length > 0);
        (await db.JudgmentBatches.SingleAsync()).Count.ShouldBe(2);
    }

    [Fact]
    public async Task AcceptTitlesAsync_Scope_LeavesOtherCategoriesAlone()
    {
        await using var database = await TitleData.CreateAsync();
        (await database.Get<JudgmentService>().AcceptTitlesAsync(Ann, new(new() { CategoryScope = "s2" }, ""))).Count.ShouldBe(1);
        (await database.TitleAsync(1)).State.ShouldBe(TitleState.Waiting);
    }

    [Fact]
    public async Task AcceptTitlesAsync_OnlyRepairs_ApprovesNothingAndLeavesNoBatch()
    {
        await using var database = await TitleData.CreateAsync();
        var service = database.Get<JudgmentService>();
        (await service.AcceptTitlesAsync(Ann, new(new() { State = TitleState.Repair }, ""))).ShouldBe(new(0, null));
        (await service.GetRecentBatchesAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task PreviewAcceptTitlesAsync_Filter_CountsAndSamplesWithoutWriting()
    {
        await using var database = await TitleData.CreateAsync();
        var preview = await database.Get<JudgmentService>().PreviewAcceptTitlesAsync(new(new() { Text = "男" }, ""));
        preview.Count.ShouldBe(1);
        preview.Sample.ShouldHaveSingleItem().ShouldBe(new(1, "帆布鞋男低帮", TitleData.Clean));
        (await database.TitleAsync(1)).Version.ShouldBe(0);
    }
}
