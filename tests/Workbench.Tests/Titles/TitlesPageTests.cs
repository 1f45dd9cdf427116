using Bunit;
using LlmRec.Workbench.Web.Components.Pages.Titles;
using LlmRec.Workbench.Web.Tests.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Plotly.Blazor;
using Plotly.Blazor.Traces;

namespace LlmRec.Workbench.Web.Tests.Titles;

public sealed class TitlesPageTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task Page_NoTitles_NextStepIsARun()
    {
        await using var context = await PageContext.CreateAsync();

        var page = context.Render<TitlesPage>();

        page.WaitForElement(".wb-empty a", Patience).GetAttribute("href").ShouldBe("/runs/new?kind=titles");
    }

    [Fact]
    public async Task Page_WithoutALanguageModel_SaysHowToGetOneAndShowsTheRest()
    {
        await using var context = await PageContext.CreateAsync();
        await context.Database.AnswerAsync();

        var page = context.Render<TitlesPage>();

        page.WaitForAssertion(() => page.Find(".wb-title-summary").TextContent.ShouldContain("2 products compared of 2 answered · no language model"), Patience);
        page.Markup.ShouldContain("lm install");
        page.FindAll(".wb-title-charts").ShouldBeEmpty();
    }

    [Fact]
    public async Task Page_WithALanguageModel_NamesItBesideTheFigures()
    {
        await using var context = await PageContext.CreateAsync();
        context.Database.InstallModel();
        await context.Database.AnswerAsync();

        var page = context.Render<TitlesPage>();

        page.WaitForAssertion(() => page.Find(".wb-title-summary .wb-figures").TextContent.ShouldContain("Median difference"), Patience);
        page.Find(".wb-title-summary").TextContent.ShouldContain("tiny.arpa · Per token");
    }

    [Fact]
    public async Task Page_ATitleWithMarkup_IsTextInTheChartToo()
    {
        await using var context = await PageContext.CreateAsync();
        context.Database.InstallModel();
        await context.Database.AnswerAsync();

        var page = context.Render<TitlesPage>();

        page.WaitForAssertion(() => page.HasComponent<PairsChart>().ShouldBeTrue(), Patience);
        var points = page.FindComponent<PairsChart>().FindComponent<PlotlyChart>().Instance.Data[0].ShouldBeOfType<Scatter>();
        points.TextArray.ShouldContain(text => text.StartsWith("&lt;b&gt;", StringComparison.Ordinal));
        points.TextArray.ShouldNotContain(text => text.Contains("<b>", StringComparison.Ordinal));
    }

    [Fact]
    public async Task NewSample_Clicked_GoesToTheNextSeed()
    {
        await using var context = await PageContext.CreateAsync();
        await context.Database.AnswerAsync();
        var page = context.Render<TitlesPage>();

        page.WaitForElements(".wb-title-toolbar button", Patience).Single(button => button.TextContent.Contains("New sample", StringComparison.Ordinal)).Click();

        page.WaitForAssertion(() => context.Services.GetRequiredService<NavigationManager>().Uri.ShouldEndWith("?seed=2"), Patience);
    }

    [Fact]
    public async Task VersionsPage_TwoVersions_ComparesTheNewestWithTheOneBefore()
    {
        await using var context = await PageContext.CreateAsync();
        context.Database.InstallModel();
        await context.Database.AnswerAsync();

        var page = context.Render<VersionsPage>();

        page.WaitForAssertion(() => page.Find(".wb-title-measures thead").TextContent.ShouldBe("MeasureA · titles-x v1B · titles-x v2"), Patience);
        page.Find(".wb-title-summary").TextContent.ShouldContain("2 products compared of 2 that both have answered");
    }

    [Fact]
    public async Task VersionsPage_NothingAnswered_NextStepIsARun()
    {
        await using var context = await PageContext.CreateAsync();

        context.Render<VersionsPage>().WaitForElement(".wb-empty a", Patience).GetAttribute("href").ShouldBe("/runs/new?kind=titles");
    }
}
