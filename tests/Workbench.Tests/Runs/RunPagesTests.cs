using Bunit;
using LlmRec.Workbench.Catalog;
using LlmRec.Workbench.Complements;
using LlmRec.Workbench.Prompts;
using LlmRec.Workbench.Runs;
using LlmRec.Workbench.Web.Components.Pages.Runs;
using LlmRec.Workbench.Web.Tests.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace LlmRec.Workbench.Web.Tests.Runs;

public sealed class RunPagesTests
{
    private static readonly DateTimeOffset At = new(2026, 1, 5, 7, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task List_NoRun_SaysWhatRunsAreForAndOffersOne()
    {
        await using var context = await PageContext.CreateAsync();
        var page = context.Render<RunsPage>();
        page.WaitForAssertion(() => page.Markup.ShouldContain("No run yet"));
        page.FindAll("a[href='/runs/new']").ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Run_Unknown_SaysSo()
    {
        await using var context = await PageContext.CreateAsync();
        var page = context.Render<RunPage>(parameters => parameters.Add(p => p.Id, 7));
        page.WaitForAssertion(() => page.Markup.ShouldContain("There is no run #7."));
    }

    [Fact]
    public async Task Run_PausedAtItsCostLimit_SaysWhyAndOffersToResume()
    {
        await using var context = await PageContext.CreateAsync();
        await AddRunAsync(context, RunStatus.Paused);
        var page = context.Render<RunPage>(parameters => parameters.Add(p => p.Id, 1));
        page.WaitForAssertion(() => page.Markup.ShouldContain("The cost limit is reached"));
        page.Find(".wb-actions").TextContent.ShouldContain("Resume");
        page.Find(".wb-figures").TextContent.ShouldContain("2 / 3");
    }

    [Fact]
    public async Task Run_OutcomeChip_FiltersThroughTheAddress()
    {
        await using var context = await PageContext.CreateAsync();
        await AddRunAsync(context, RunStatus.Completed);
        var page = context.Render<RunPage>(parameters => parameters.Add(p => p.Id, 1));
        page.WaitForElement("button.wb-chip.wb-state-failed").Click();
        context.Services.GetRequiredService<NavigationManager>().Uri.ShouldEndWith("?outcome=Failed");
    }

    [Fact]
    public async Task ItemDrawer_StoredItem_ShowsAnswerAsTextAndMentions()
    {
        await using var context = await PageContext.CreateAsync();
        await AddRunAsync(context, RunStatus.Completed);
        var run = (await context.Database.Get<RunQueries>().GetAsync(1)).ShouldNotBeNull().Run;
        var drawer = context.Render<ItemDrawer>(parameters => parameters.Add(p => p.ItemId, 1).Add(p => p.Run, run));
        drawer.WaitForAssertion(() => drawer.Markup.ShouldContain("As asked"));
        drawer.FindAll(".wb-mentions li").Select(li => li.TextContent).ShouldContain("皮带");
        drawer.FindAll("script").ShouldBeEmpty();
        drawer.FindAll(".wb-pre")[0].TextContent.ShouldContain("<script>");
    }

    private static async Task AddRunAsync(PageContext context, RunStatus status)
    {
        await context.Database.AddAsync(
            new Category { Id = "c1", Name = "休闲裤", Path = "休闲裤", Depth = 1, IsLeaf = true },
            new Prompt { Id = 1, Name = "p", Kind = ComplementRunKind.KindName, Language = "zh", CreatedAt = At },
            new PromptVersion { Id = 1, PromptId = 1, Number = 2, Text = "x", Author = "ann", CreatedAt = At },
            new Run
            {
                Id = 1, Kind = ComplementRunKind.KindName, PromptName = "p", PromptVersionNumber = 2, PromptVersionId = 1, ModelProfile = "live", Model = "m", Scope = "all",
                Status = status, StatusReason = status == RunStatus.Paused ? RunControl.CostLimitReached : "", ItemCount = 3, Currency = "CNY", CreatedBy = "ann", CreatedAt = At, StartedAt = At,
            },
            NewItem(1, ItemOutcome.Succeeded, "'''皮带，帆布鞋''' <script>alert(1)</script>"), NewItem(2, ItemOutcome.Failed, ""), NewItem(3, ItemOutcome.Pending, ""));
    }

    private static RunItem NewItem(int id, ItemOutcome outcome, string answer) => new()
    {
        Id = id, RunId = 1, Position = id - 1, SubjectId = $"c{id}", SubjectName = "休闲裤", Outcome = outcome, Answer = answer,
        PromptSent = """[{"role":"user","text":"As asked"}]""", FinishedAt = outcome == ItemOutcome.Pending ? null : At,
    };
}
