using Bunit;
using LlmRec.Workbench.Titles;
using LlmRec.Workbench.Web.Components.Pages.Review;
using LlmRec.Workbench.Web.Components.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace LlmRec.Workbench.Web.Tests.Review;

public sealed class TitleDeskPageTests
{
    [Fact]
    public async Task Page_FirstVisit_ShowsTheWorstTitleItsPerplexityWithModelAndTheTabs()
    {
        await using var context = await ReviewContext.CreateAsync(titles: true);
        var page = context.Render<TitleDeskPage>();
        page.WaitForAssertion(() => page.Find(".wb-review-raw").TextContent.ShouldBe("正品 帆布鞋 包邮"));
        page.Find(".wb-review-perplexity").TextContent.ShouldContain("zh_CN.lm");
        page.Find(".wb-review-attributes").TextContent.ShouldContain("帆布");
        page.WaitForAssertion(() => page.FindAll(".wb-page-tab b").Select(count => count.TextContent).ShouldBe(["2", "2"]));
        context.Services.GetRequiredService<NavigationManager>().Uri.ShouldEndWith("?title=1", Case.Sensitive);
    }

    [Fact]
    public async Task Page_EditAndCtrlEnter_ApprovesTheEditAndKeyUUndoesIt()
    {
        await using var context = await ReviewContext.CreateAsync(titles: true);
        var page = context.Render<TitleDeskPage>();
        page.WaitForElement(".wb-review-sentence textarea");
        await page.Find(".wb-review-sentence textarea").InputAsync(new() { Value = "低帮帆布鞋" });
        page.WaitForAssertion(() => page.FindAll(".wb-review-sentence .wb-chip").ShouldNotBeEmpty());
        await PressAsync(context, page, "Ctrl+Enter");
        page.WaitForAssertion(() => page.Find(".wb-review-raw").TextContent.ShouldBe("<b>皮带</b> 男"));
        (await context.TitleAsync(1)).ApprovedText.ShouldBe("低帮帆布鞋");
        await PressAsync(context, page, "u");
        page.WaitForAssertion(() => page.Find(".wb-review-raw").TextContent.ShouldBe("正品 帆布鞋 包邮"));
        (await context.TitleAsync(1)).State.ShouldBe(TitleState.Waiting);
    }

    [Fact]
    public async Task Page_EveryActionOfTheDesk_HasAKey()
    {
        await using var context = await ReviewContext.CreateAsync(titles: true);
        var page = context.Render<TitleDeskPage>();
        page.WaitForElement(".wb-review-choice");
        var keys = context.Services.GetRequiredService<KeyScope>().Active.Select(binding => binding.Keys);
        keys.ShouldBe(["a", "Ctrl+Enter", "e", "r", "f", "1", "2", "s", "c", "u", "j", "k", "h", "b", "/"], ignoreOrder: true);
    }

    [Fact]
    public async Task Page_TitleAndSentenceWithMarkup_AreShownAsText()
    {
        await using var context = await ReviewContext.CreateAsync(titles: true);
        context.Services.GetRequiredService<NavigationManager>().NavigateTo("/review/titles?title=2");
        var page = context.Render<TitleDeskPage>();
        page.WaitForAssertion(() => page.Find(".wb-review-choice .wb-marked").TextContent.ShouldBe("这个商品是男士<b>皮带</b>"));
        page.FindAll(".wb-marked b").ShouldBeEmpty();
    }

    [Fact]
    public async Task Page_NoTitleYet_SaysWhatToDo()
    {
        await using var context = await ReviewContext.CreateAsync();
        var page = context.Render<TitleDeskPage>();
        page.WaitForAssertion(() => page.FindAll("a[href='/runs/new']").ShouldNotBeEmpty());
    }

    private static Task PressAsync(ReviewContext context, IRenderedComponent<TitleDeskPage> page, string key) =>
        page.InvokeAsync(() => context.Services.GetRequiredService<KeyScope>().PressAsync(key));
}
