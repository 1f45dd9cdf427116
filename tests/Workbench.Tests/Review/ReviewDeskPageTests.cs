using Bunit;
using LlmRec.Workbench.Complements;
using LlmRec.Workbench.Mapping;
using LlmRec.Workbench.Web.Components.Pages.Review;
using LlmRec.Workbench.Web.Components.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LlmRec.Workbench.Web.Tests.Review;

public sealed class ReviewDeskPageTests
{
    [Fact]
    public async Task Page_FirstVisit_ShowsTheFirstPairAndNamesItInTheAddress()
    {
        await using var context = await ReviewContext.CreateAsync();
        var page = context.Render<ReviewDeskPage>();
        page.WaitForAssertion(() => page.Find(".wb-review-mention").TextContent.ShouldContain("帆布鞋"));
        context.Services.GetRequiredService<NavigationManager>().Uri.ShouldEndWith("?pair=1", Case.Sensitive);
    }

    [Fact]
    public async Task Page_KeyA_ApprovesAndAdvancesAndTheNoticeUndoes()
    {
        await using var context = await ReviewContext.CreateAsync();
        var page = context.Render<ReviewDeskPage>();
        page.WaitForElement(".wb-review-candidate");
        await page.InvokeAsync(() => context.Services.GetRequiredService<KeyScope>().PressAsync("a"));
        page.WaitForAssertion(() => page.Find(".wb-review-mention").TextContent.ShouldContain("皮带"));
        (await context.PairAsync(1)).State.ShouldBe(PairState.Approved);
        await page.Find(".wb-review-notice button").ClickAsync(new());
        page.WaitForAssertion(() => page.Find(".wb-review-mention").TextContent.ShouldContain("帆布鞋"));
        (await context.PairAsync(1)).State.ShouldBe(PairState.Waiting);
    }

    [Fact]
    public async Task Page_KeyASeveralAccepted_ApprovesAllOfThemAndSaysSoBefore()
    {
        await using var context = await ReviewContext.CreateAsync();
        await using (var db = context.Open())
        {
            await db.Set<MappingCandidate>().ExecuteUpdateAsync(set => set.SetProperty(c => c.Accepted, true));
        }

        var page = context.Render<ReviewDeskPage>();
        page.WaitForElement(".wb-review-candidate");
        page.FindAll(".wb-review-score").Count(score => score.TextContent.Contains('✓', StringComparison.Ordinal)).ShouldBe(2);
        await page.InvokeAsync(() => context.Services.GetRequiredService<KeyScope>().PressAsync("a"));
        page.WaitForAssertion(() => page.Find(".wb-review-mention").TextContent.ShouldContain("皮带"));
        (await context.PairAsync(1)).Targets.Select(t => t.CategoryId).ShouldBe(["s1", "s2"], ignoreOrder: true);
    }

    [Fact]
    public async Task Page_EveryActionOfTheDesk_HasAKey()
    {
        await using var context = await ReviewContext.CreateAsync();
        var page = context.Render<ReviewDeskPage>();
        page.WaitForElement(".wb-review-candidate");
        var keys = context.Services.GetRequiredService<KeyScope>().Active.Select(binding => binding.Keys);
        keys.ShouldBe(["a", "r", "1", "2", "3", "4", "5", "6", "7", "8", "9", "0", "t", "n", "s", "m", "c", "u", "j", "k", "h", "b", "/"], ignoreOrder: true);
    }

    [Fact]
    public async Task Page_MentionWithMarkup_IsShownAsText()
    {
        await using var context = await ReviewContext.CreateAsync();
        context.Services.GetRequiredService<NavigationManager>().NavigateTo("/review?pair=2");
        var page = context.Render<ReviewDeskPage>();
        page.WaitForAssertion(() => page.Find(".wb-review-mention").TextContent.ShouldBe("“<b>皮带</b>”"));
        page.FindAll(".wb-review-mention b").ShouldBeEmpty();
    }

    [Fact]
    public async Task TreeSearch_Enter_PicksTheFirstHitButNeverTheSource()
    {
        await using var context = await ReviewContext.CreateAsync();
        await context.Desk.OpenAsync(new(), null);
        var picked = "";
        var search = context.Render<TreeSearch>(p => p.Add(s => s.Tree, context.Desk.Tree).Add(s => s.ExcludeId, "s1").Add(s => s.OnPick, id => picked = id));
        await search.Find("input").InputAsync(new() { Value = "帆布鞋" });
        search.WaitForAssertion(() => search.FindAll("li").Count.ShouldBe(1));
        await search.Find("input").KeyDownAsync(new KeyboardEventArgs { Key = "Enter" });
        picked.ShouldBe("s2");
    }
}
