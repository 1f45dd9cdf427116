using Bunit;
using LlmRec.Workbench.Catalog;
using LlmRec.Workbench.Prompts;
using LlmRec.Workbench.Runs;
using LlmRec.Workbench.Titles;
using LlmRec.Workbench.Web.Components.Pages.Titles;
using LlmRec.Workbench.Web.Tests.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LlmRec.Workbench.Web.Tests.Titles;

public sealed class TitleRepairPageTests
{
    private static readonly DateTimeOffset At = new(2026, 1, 5, 7, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Page_EmptyQueue_SaysWhatItIsForAndOffersARun()
    {
        await using var context = await PageContext.CreateAsync();

        var page = context.Render<TitleRepairPage>();

        page.WaitForAssertion(() => page.Markup.ShouldContain("No title waits for repair"));
        page.FindAll("a[href='/runs/new?kind=titles']").ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Page_Rows_CountsProblemsInWordsAndAsksAgainAboutAll()
    {
        await using var context = await PageContext.CreateAsync();
        await AddAsync(context);

        var page = context.Render<TitleRepairPage>();

        page.WaitForAssertion(() => page.FindAll("button.wb-chip").Select(chip => chip.TextContent.Trim()).ShouldBe(["wrong opening2", "too long1"]));
        page.Find("a[href^='/runs/new']").GetAttribute("href").ShouldBe("/runs/new?kind=titles&scope=repair&prompt=titles-repair-en");
    }

    [Fact]
    public async Task Page_FilteredByViolation_AsksAgainAboutJustThose()
    {
        await using var context = await PageContext.CreateAsync();
        await AddAsync(context);
        context.Services.GetRequiredService<NavigationManager>().NavigateTo("/titles/repair?violation=too-long&run=1");

        var page = context.Render<TitleRepairPage>();

        page.WaitForAssertion(() => page.Find("a[href^='/runs/new']").TextContent.ShouldContain("these 1"));
        Uri.UnescapeDataString(page.Find("a[href^='/runs/new']").GetAttribute("href")!).ShouldContain("scope=repair:1:too-long&");
    }

    [Fact]
    public async Task Drawer_OwnSentence_IsCheckedWhileItIsWritten()
    {
        await using var context = await PageContext.CreateAsync();
        await AddAsync(context);

        var drawer = context.Render<RepairDrawer>(parameters => parameters.Add(p => p.TitleId, 1));
        drawer.WaitForElement("textarea").Input("不对的开头");

        drawer.WaitForAssertion(() => drawer.FindAll(".wb-chip").ShouldContain(chip => chip.TextContent.Contains("wrong opening")));
        drawer.Markup.ShouldContain("run #1");
    }

    [Fact]
    public async Task Drawer_ApprovedSentence_LeavesTheQueue()
    {
        await using var context = await PageContext.CreateAsync();
        await AddAsync(context);
        var drawer = context.Render<RepairDrawer>(parameters => parameters.Add(p => p.TitleId, 1));
        drawer.WaitForElement("textarea").Input("这个商品是山禾菜刀");

        drawer.FindAll("button").Single(button => button.TextContent.Contains("Approve this sentence")).Click();

        await using var db = context.Database.Open();
        drawer.WaitForAssertion(() => db.TitleNormalisations.AsNoTracking().Single(t => t.Id == 1).ApprovedText.ShouldBe("这个商品是山禾菜刀"));
        (await context.Database.Get<TitleRepairQueue>().CountAsync()).Total.ShouldBe(1);
    }

    [Fact]
    public async Task Drawer_RowThatLeftTheQueue_SaysSo()
    {
        await using var context = await PageContext.CreateAsync();
        await AddAsync(context);

        var drawer = context.Render<RepairDrawer>(parameters => parameters.Add(p => p.TitleId, 99));

        drawer.WaitForAssertion(() => drawer.Markup.ShouldContain("no longer waits"));
    }

    private static Task AddAsync(PageContext context) =>
        context.Database.AddAsync(
            new Item { Id = "a", Title = "【山禾】菜刀家用包邮", Attributes = "{}" }, new Item { Id = "b", Title = "炒锅", Attributes = "{}" },
            new Prompt { Id = 1, Name = "p", Kind = TitleRunKind.KindName, Language = "zh", CreatedAt = At },
            new PromptVersion { Id = 1, PromptId = 1, Number = 2, Text = "x", Author = "ann", CreatedAt = At },
            new Run
            {
                Id = 1, Kind = TitleRunKind.KindName, PromptName = "p", PromptVersionNumber = 2, PromptVersionId = 1, ModelProfile = "live", Model = "m", Scope = "all",
                Status = RunStatus.Completed, ItemCount = 2, CreatedBy = "ann", CreatedAt = At, StartedAt = At,
            },
            new RunItem { Id = 1, RunId = 1, SubjectId = "a", SubjectName = "【山禾】菜刀家用包邮" }, new RunItem { Id = 2, RunId = 1, Position = 1, SubjectId = "b", SubjectName = "炒锅" },
            Row(1, "a", "一把刀", "no-opening"), Row(2, "b", "一口锅", "no-opening,too-long"),
            new TitleAnswer { RunItemId = 1, RunId = 1, NormalisationId = 1 }, new TitleAnswer { RunItemId = 2, RunId = 1, NormalisationId = 2 });

    private static TitleNormalisation Row(long id, string itemId, string sentence, string violations) => new()
    {
        Id = id, ItemId = itemId, RawTitle = "【山禾】菜刀家用包邮", Sentence = sentence, Key = $"{id}", Violations = violations, State = TitleState.Repair, CreatedAt = At,
    };
}
