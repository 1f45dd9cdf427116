using AngleSharp.Dom;
using Bunit;
using LlmRec.Workbench.Mapping;
using LlmRec.Workbench.Mapping.Fusion;
using LlmRec.Workbench.Mapping.Settings;
using LlmRec.Workbench.Web.Components.Pages.Mapping;
using LlmRec.Workbench.Web.Tests.Shared;
using static LlmRec.Workbench.Web.Tests.Mapping.CalibratedMapping;

namespace LlmRec.Workbench.Web.Tests.Mapping;

public sealed class MappingPartsTests
{
    [Fact]
    public async Task FitReport_BetterFit_SaysSoAndShowsBothSides()
    {
        await using var context = await PageContext.CreateAsync();

        var view = context.Render<FitReportView>(p => p.Add(v => v.Fit, Fit(new(0.95, true), new(0.9, true), new(0.4, false), new(0.3, true))));

        view.Find("b").TextContent.ShouldStartWith("Better:");
        view.Markup.ShouldContain("4 texts, cross-fitted in 5 parts");
        var lines = view.Find("table").QuerySelectorAll("tbody tr").Select(row => string.Join(" | ", row.Children.Select(cell => cell.TextContent.Trim()))).ToList();
        lines[0].ShouldEndWith("· 3/4");
        lines[1].ShouldBe("Log loss | 0.400 [0.400, 0.400] | 0.300 [0.300, 0.300]");
        lines[4].ShouldContain("· 2/2");
    }

    [Fact]
    public async Task Coefficients_TwoSides_ShowsEveryFeatureBeforeAndAfter()
    {
        await using var context = await PageContext.CreateAsync();
        var after = FusionCoefficients.Default with { Weights = new Dictionary<string, double> { ["Exact"] = -1.5 } };

        var card = context.Render<CoefficientsCard>(p => p.Add(c => c.Coefficients, FusionCoefficients.Default).Add(c => c.After, after));

        var rows = card.FindAll("tbody tr");
        rows.Count.ShouldBe(FusionFeatures.Names.Count);
        rows.ShouldAllBe(row => row.Children.Length == 4 && !row.TextContent.Contains("Mapping.", StringComparison.Ordinal));
        rows[FusionFeatures.Names.ToList().IndexOf("Exact")].Children[2].TextContent.ShouldBe("−1.50");
    }

    [Fact]
    public async Task History_SeveralSettings_NamesTheChangesAndReturnsToTheOneChosen()
    {
        await using var context = await PageContext.CreateAsync();
        var rules = await RulesAsync(context, Settings(9, 2, SettingsNotes.Return(4)), Settings(4, note: SettingsNotes.Embedding));
        int? chosen = null;

        var history = context.Render<SettingsHistory>(p => p.Add(h => h.Rules, rules).Add(h => h.MayChange, true).Add(h => h.OnReturn, id => chosen = id));

        history.FindAll("tbody tr").Select(row => row.Children[3].TextContent).ShouldBe(["returned to #4", "sentence vectors"]);
        history.FindAll("tbody tr").Select(row => row.Children[4].TextContent).ShouldBe(["fit 2", "as shipped"]);
        history.Find("tbody tr b").TextContent.ShouldBe("in force");
        await history.Find("button").ClickAsync(new());
        chosen.ShouldBe(4);
    }

    [Fact]
    public async Task History_Viewer_CannotReturn()
    {
        await using var context = await PageContext.CreateAsync();

        var history = context.Render<SettingsHistory>(p => p.Add(h => h.Rules, new MappingRules(null, MappingOptions.Default, AcceptancePlanOf(), 0, [Settings(2), Settings(1)], new(0, 0, 0, 0, 0))));

        history.FindAll("tbody tr").Count.ShouldBe(2);
        history.FindAll("button").ShouldBeEmpty();
    }

    [Fact]
    public async Task Sources_SomeData_SaysWhatEachKindHasToGoOn()
    {
        await using var context = await PageContext.CreateAsync();
        var rules = await RulesAsync(context) with { Evidence = new EvidenceInventory(1234, 0, 7, 0, 3) };

        var card = context.Render<EvidenceSourcesCard>(p => p.Add(c => c.Rules, rules));

        card.FindAll("tbody td").Select(cell => cell.TextContent).ShouldBe(
            ["1,234 category names", "1,234 category names", "nothing yet", "7 rows of search clicks", "nothing yet", "nothing yet", "3 choices of models"]);
        card.Find("a[href='/models']").TextContent.ShouldBe("How to add one");
    }

    private static async Task<MappingRules> RulesAsync(PageContext context, params MappingSettings[] history) =>
        await context.Database.Get<MappingRulesReader>().GetAsync() with { Settings = history.FirstOrDefault(), History = history };

    private static AcceptancePlan AcceptancePlanOf() => new(0, 0, [.. AcceptancePlan.Thresholds.Select(t => new PlanPoint(t, 0, 0, null))]);
}
