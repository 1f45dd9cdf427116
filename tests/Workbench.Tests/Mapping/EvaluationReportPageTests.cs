using Bunit;
using LlmRec.Workbench.Mapping;
using LlmRec.Workbench.Mapping.Evaluation;
using LlmRec.Workbench.Web.Components.Pages.Mapping;
using LlmRec.Workbench.Web.Tests.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace LlmRec.Workbench.Web.Tests.Mapping;

public sealed class EvaluationReportPageTests
{
    [Fact]
    public async Task Page_TwoSettings_ShowsBothWithIntervalsPerStratum()
    {
        await using var context = await PageContext.CreateAsync();
        await FillAsync(context, MappingSpec.Default.Leaving(EvidenceKind.Lexical));

        var page = Render(context, "mapping/evaluation/1");

        page.WaitForAssertion(() => page.FindAll(".wb-figures-head th[scope=col]:first-child").Select(th => th.TextContent.Trim()).ShouldBe(["all 4 names", "same 1 names", "like 3 names"]));
        var cells = page.FindAll("tbody")[0].QuerySelectorAll("tr")[1].QuerySelectorAll("td").Select(td => td.TextContent.Trim()).ToList();
        cells.Count.ShouldBe(4);
        cells[0].ShouldContain("[");
        page.FindAll("a[href='/api/v1/mapping/evaluations/1/figures.csv'], .mud-menu").ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Page_Sources_SaysNoDataInsteadOfNoDifference()
    {
        await using var context = await PageContext.CreateAsync();
        await FillAsync(context);

        var page = Render(context, "mapping/evaluation/1?tab=sources");

        page.WaitForAssertion(() => page.FindAll("tbody tr").Count.ShouldBe(Enum.GetValues<EvidenceKind>().Length));
        page.FindAll("td[colspan]").ShouldContain(td => td.TextContent.StartsWith("no data", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Page_WrongNames_FollowTheAddressIntoTheDetail()
    {
        await using var context = await PageContext.CreateAsync();
        await FillAsync(context);
        var wrong = (await context.Database.Get<MappingEvaluations>().FindAsync(1))!.Report.A.Wrong;

        var page = Render(context, "mapping/evaluation/1?tab=wrong&stratum=like&name=0");

        page.WaitForAssertion(() => page.Find(".wb-drawer-title").TextContent.ShouldBe(wrong[0].Gold.Name));
        page.FindAll(".wb-name-candidates li").Count.ShouldBe(wrong[0].Candidates.Count);
        page.FindAll(".wb-chip[aria-pressed=true]").ShouldHaveSingleItem().TextContent.ShouldBe("like");
    }

    [Fact]
    public async Task Page_UnknownNumber_SaysSo()
    {
        await using var context = await PageContext.CreateAsync();

        var page = context.Render<EvaluationReportPage>(parameters => parameters.Add(p => p.Id, 9));

        page.WaitForAssertion(() => page.Find(".wb-empty-title").TextContent.ShouldBe("There is no evaluation #9"));
    }

    private static async Task FillAsync(PageContext context, MappingSpec? b = null)
    {
        await context.Database.Services.AddTreeAsync();
        await context.Database.Services.EvaluateAsync(b);
    }

    private static IRenderedComponent<EvaluationReportPage> Render(PageContext context, string address)
    {
        context.Services.GetRequiredService<NavigationManager>().NavigateTo(address);
        return context.Render<EvaluationReportPage>(parameters => parameters.Add(p => p.Id, 1));
    }
}
