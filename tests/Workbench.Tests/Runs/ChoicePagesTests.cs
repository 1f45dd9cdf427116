using Bunit;
using LlmRec.Workbench.Catalog;
using LlmRec.Workbench.Complements;
using LlmRec.Workbench.Mapping;
using LlmRec.Workbench.Mapping.Choices;
using LlmRec.Workbench.Prompts;
using LlmRec.Workbench.Runs;
using LlmRec.Workbench.Web.Components.Pages.Runs;
using LlmRec.Workbench.Web.Tests.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace LlmRec.Workbench.Web.Tests.Runs;

/// <summary>What the pages of runs show of choosing among candidates.</summary>
public sealed class ChoicePagesTests
{
    private static readonly DateTimeOffset At = new(2026, 1, 5, 7, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task CompletedRun_OnlyTheOfflineModel_SaysThatItCannotChoose()
    {
        await using var context = await PageContext.CreateAsync();
        await AddUnclearNameAsync(context);

        var page = context.Render<RunPage>(parameters => parameters.Add(p => p.Id, 1));

        page.WaitForAssertion(() => page.Markup.ShouldContain("1 names are unclear"));
        page.FindAll("a[href*='kind=choices']").ShouldBeEmpty();
    }

    [Fact]
    public async Task CompletedRun_ChoicesFollowed_LeadsThere()
    {
        await using var context = await PageContext.CreateAsync();
        await AddUnclearNameAsync(context);
        await context.Database.AddAsync(new ChoiceOrder { RunId = 1, By = "ann", At = At, TakenAt = At, ChoiceRunId = 2 });

        var page = context.Render<RunPage>(parameters => parameters.Add(p => p.Id, 1));

        page.WaitForElement("a[href='/runs/2']");
    }

    [Fact]
    public async Task NewRun_OfflineModel_TheSwitchIsOffAndSaysWhy()
    {
        await using var context = await PageContext.CreateAsync();
        await AddUnclearNameAsync(context);
        context.Services.GetRequiredService<NavigationManager>().NavigateTo("/runs/new?choose=true");

        var page = context.Render<NewRunPage>();

        page.WaitForAssertion(() => page.Markup.ShouldContain("cannot choose among candidates"));
        page.Find("input[type=checkbox]").HasAttribute("disabled").ShouldBeTrue();
    }

    [Theory]
    [InlineData("2", "picked by the model", "2鞋 ▸ 女鞋picked by the model")]
    [InlineData("0", "the model declined all of them", null)]
    public async Task ItemDrawer_Choice_ShowsWhatWasOfferedAndWhatWasMadeOfIt(string answer, string words, string? picked)
    {
        await using var context = await PageContext.CreateAsync();
        await AddUnclearNameAsync(context);
        await context.Database.AddAsync(ChoicesRun(), new RunItem
        {
            Id = 9, RunId = 2, Position = 0, SubjectId = "1\tc1\tc2", SubjectName = "帆布鞋", Outcome = ItemOutcome.Succeeded, Answer = answer, FinishedAt = At,
        });
        var run = (await context.Database.Get<RunQueries>().GetAsync(2))!.Run;

        var drawer = context.Render<ItemDrawer>(parameters => parameters.Add(p => p.ItemId, 9).Add(p => p.Run, run));

        drawer.WaitForAssertion(() => drawer.Markup.ShouldContain(words));
        drawer.FindAll(".wb-offered li").Count.ShouldBe(2);
        drawer.FindAll(".wb-offered .wb-current").Select(li => string.Concat(li.TextContent.Split('\n', StringSplitOptions.TrimEntries))).ShouldBe(picked is null ? [] : [picked]);
    }

    private static async Task AddUnclearNameAsync(PageContext context)
    {
        await context.Database.AddAsync(
            new Category { Id = "c1", Name = "男鞋", Path = "鞋 > 男鞋", Depth = 1, IsLeaf = true }, new Category { Id = "c2", Name = "女鞋", Path = "鞋 > 女鞋", Depth = 1, IsLeaf = true },
            new Prompt { Id = 1, Name = "p", Kind = ComplementRunKind.KindName, Language = "zh", CreatedAt = At },
            new PromptVersion { Id = 1, PromptId = 1, Number = 1, Text = "x", Author = "ann", CreatedAt = At },
            NewRun(1, ComplementRunKind.KindName, "all"));
        await context.Database.AddAsync(
            new RunItem { Id = 1, RunId = 1, SubjectId = "c1", SubjectName = "男鞋", Outcome = ItemOutcome.Succeeded, FinishedAt = At },
            new Workbench.Mapping.Mapping
            {
                Id = 1, Key = "帆布鞋", Text = "帆布鞋", Outcome = MappingOutcome.Ambiguous, MappedAt = At,
                Candidates = [new() { Rank = 1, CategoryId = "c1", Score = 0.5 }, new() { Rank = 2, CategoryId = "c2", Score = 0.4 }],
            });
        await context.Database.AddAsync(new Pair { Id = 1, SourceId = "c1", Text = "帆布鞋", MappingId = 1, Outcome = MappingOutcome.Ambiguous, Support = 1, CreatedAt = At });
        await context.Database.AddAsync(new Mention { RunId = 1, RunItemId = 1, SourceId = "c1", Text = "帆布鞋", Rank = 1, PairId = 1 });
    }

    private static Run ChoicesRun() => NewRun(2, ChoiceRunKind.KindName, "run:1");

    private static Run NewRun(int id, string kind, string scope) => new()
    {
        Id = id, Kind = kind, PromptName = "p", PromptVersionNumber = 1, PromptVersionId = 1, ModelProfile = "live", Model = "m", Scope = scope,
        Status = RunStatus.Completed, ItemCount = 1, Currency = "CNY", CreatedBy = "ann", CreatedAt = At, StartedAt = At, FinishedAt = At,
    };
}
