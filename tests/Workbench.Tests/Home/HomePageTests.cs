using Bunit;
using LlmRec.Workbench.Catalog;
using LlmRec.Workbench.Complements;
using LlmRec.Workbench.Overview;
using LlmRec.Workbench.Web.Components.Pages.Home;
using LlmRec.Workbench.Web.Tests.Shared;

namespace LlmRec.Workbench.Web.Tests.Home;

public sealed class HomePageTests
{
    [Fact]
    public async Task Page_NothingAtAll_NextStepIsTheImport()
    {
        await using var context = await PageContext.CreateAsync();
        var page = context.Render<HomePage>();
        page.WaitForElement(".wb-actions a").GetAttribute("href").ShouldBe("/catalog/import");
    }

    [Fact]
    public async Task Page_CatalogWithoutRuns_NextStepIsTheFirstRun()
    {
        await using var context = await PageContext.CreateAsync();
        await context.Database.AddAsync(new Category { Id = "c1", Name = "休闲裤", Path = "休闲裤", Depth = 1, IsLeaf = true });
        var page = context.Render<HomePage>();
        page.WaitForElement(".wb-actions a").GetAttribute("href").ShouldBe("/runs/new");
        page.FindAll(".wb-stage").Count.ShouldBe(7);
    }

    [Fact]
    public async Task FlowsCard_AsTable_ShowsTheNumbers()
    {
        await using var context = await PageContext.CreateAsync();
        var card = context.Render<FlowsCard>(parameters => parameters.Add(p => p.Flows, [new ComplementFlow("a", "女装", "b", "女鞋", 37)]));
        card.FindAll(".mud-toggle-item")[1].Click();
        card.WaitForAssertion(() => card.FindAll("th").Select(head => head.TextContent.Trim()).ShouldContain("Pairs"));
    }

    [Theory]
    [InlineData(NeedKind.FailedItems, "/runs/4?outcome=Failed")]
    [InlineData(NeedKind.PausedRun, "/runs/4")]
    [InlineData(NeedKind.WaitingPairs, "/review")]
    [InlineData(NeedKind.WaitingTitles, "/review/titles")]
    [InlineData(NeedKind.TitlesInRepair, "/titles/repair")]
    public void Href_Need_LeadsToItsRows(NeedKind kind, string expected) => NeedText.Href(new Need(kind, 3, 4)).ShouldBe(expected);
}
