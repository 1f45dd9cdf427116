using AngleSharp.Dom;
using Bunit;
using LlmRec.Workbench.Mapping.Settings;
using LlmRec.Workbench.Web.Components.Pages.Mapping;
using LlmRec.Workbench.Web.Tests.Shared;
using static LlmRec.Workbench.Web.Tests.Mapping.CalibratedMapping;

namespace LlmRec.Workbench.Web.Tests.Mapping;

public sealed class TargetCardTests
{
    [Fact]
    public async Task Card_NobodyJudged_SaysSoBesideThePrediction()
    {
        await using var context = await PageContext.CreateAsync();
        await context.Database.Services.AddQueueAsync();

        var card = await RenderAsync(context);

        card.WaitForAssertion(() => Figure(card, "observed").ShouldBe("no judgments yet"));
        Figure(card, "predicted").ShouldStartWith("97.0");
        card.Markup.ShouldContain("of 100 accepted about 3 would be wrong");
        card.FindAll("[data-testid=observed-verdict]").ShouldBeEmpty();
    }

    [Fact]
    public async Task Move_Slider_PredictedAndObservedFollow()
    {
        await using var context = await PageContext.CreateAsync();
        await context.Database.Services.AddQueueAsync();
        await context.Database.Services.AddFitAsync(new(0.995, true), new(0.97, false), new(0.8, true), new(0.7, false));
        var card = await RenderAsync(context);

        await MoveAsync(card, "0.97");
        card.WaitForAssertion(() => Figure(card, "observed").ShouldEndWith("n = 4"));
        var wide = Figure(card, "predicted");
        await MoveAsync(card, "0.985");

        card.WaitForAssertion(() => Figure(card, "observed").ShouldEndWith("n = 2"));
        Figure(card, "observed").ShouldStartWith("50.0");
        Figure(card, "predicted").ShouldNotBe(wide);
        card.Markup.ShouldContain("1 of 2 judged texts");
        card.Find("[data-testid=observed-verdict]").TextContent.ShouldStartWith("The judgments");
        card.Markup.ShouldContain("Judgments as fit 1 found them");
    }

    [Fact]
    public async Task Card_JudgedTextsBelowTheThreshold_AreCountedInWords()
    {
        await using var context = await PageContext.CreateAsync();
        await context.Database.Services.AddQueueAsync();
        await context.Database.Services.AddFitAsync(new(0.4, true), new(0.3, false));

        var card = await RenderAsync(context);

        card.WaitForAssertion(() => card.Markup.ShouldContain("None of the 2 judged texts reaches this threshold."));
    }

    [Fact]
    public async Task Apply_MovedSlider_GivesItsTargetAndViewersCannot()
    {
        await using var context = await PageContext.CreateAsync();
        await context.Database.Services.AddQueueAsync();
        double? applied = null;
        var card = await RenderAsync(context, target => applied = target);

        await MoveAsync(card, "0.9");
        await card.Find("button.mud-button-filled").ClickAsync(new());

        applied.ShouldBe(0.9);
        var rules = await context.Database.Get<MappingRulesReader>().GetAsync();
        var viewers = context.Render<TargetCard>(p => p.Add(c => c.Rules, rules));
        viewers.Find("input").HasAttribute("disabled").ShouldBeTrue();
        viewers.FindAll("button.mud-button-filled").ShouldBeEmpty();
    }

    private static async Task<IRenderedComponent<TargetCard>> RenderAsync(PageContext context, Action<double>? apply = null)
    {
        var rules = await context.Database.Get<MappingRulesReader>().GetAsync();
        return context.Render<TargetCard>(p => p.Add(c => c.Rules, rules).Add(c => c.MayChange, true).Add(c => c.OnApply, target => apply?.Invoke(target)));
    }

    private static Task MoveAsync(IRenderedComponent<TargetCard> card, string target) => card.Find("input[type=range]").InputAsync(new() { Value = target });

    private static string Figure(IRenderedComponent<TargetCard> card, string which) => card.Find($"[data-testid={which}] dd").TextContent.Trim();
}
