using LlmRec.Workbench.Titles.Comparison;

namespace LlmRec.Workbench.Tests.Titles.Comparison;

public sealed class TitleComparisonTests
{
    [Fact]
    public async Task CompareAsync_AnsweredProducts_PairsRawWithNormalised()
    {
        await using var scene = await ComparisonScene.CreateAsync();
        await scene.RunAsync("titles-zh", 1, (1, "这个商品是裤子"), (2, "这个商品是鞋"), (3, "这个商品是长裤子"));

        var result = await scene.CompareAsync();

        result.ScorerName.ShouldBe("length");
        result.Population.ShouldBe(3);
        var pairs = result.Summary.RawToModel.ShouldNotBeNull();
        pairs.Count.ShouldBe(3);
        pairs.First.Median.ShouldBe(LengthScorer.PerToken(ComparisonScene.Title(1)), 1e-9);
        pairs.Second.Median.ShouldBe(LengthScorer.PerToken("这个商品是裤子"), 1e-9);
        pairs.Improved.Value.ShouldBe(1);
    }

    [Fact]
    public async Task CompareAsync_WhatTheRulesWrote_IsNoAnswerOfTheModel()
    {
        await using var scene = await ComparisonScene.CreateAsync();
        await scene.RunAsync("titles-zh", 1, (1, "这个商品是裤子"), (2, ""));

        var result = await scene.CompareAsync();

        result.Rows.ShouldHaveSingleItem();
        result.Unanswered.ShouldBe(1);
    }

    [Fact]
    public async Task CompareAsync_SeveralRuns_TakesTheNewestAnswerUnlessARunIsNamed()
    {
        await using var scene = await ComparisonScene.CreateAsync();
        var old = await scene.RunAsync("titles-zh", 1, (1, "这个商品是很长很长的裤子"));
        var newer = await scene.RunAsync("titles-zh", 2, (1, "这个商品是裤子"));

        (await scene.CompareAsync()).Rows.ShouldHaveSingleItem().RunId.ShouldBe(newer);
        var ofOld = await scene.CompareAsync(ComparisonScene.All with { Arm = new TitleArm { RunId = old } });
        ofOld.Rows.ShouldHaveSingleItem().RunId.ShouldBe(old);
    }

    [Theory]
    [InlineData("prompt:titles-zh@1", 2)]
    [InlineData("prompt:titles-zh@2", 1)]
    [InlineData("prompt:titles-zh@2|model:other", 0)]
    [InlineData("model:sim-1", 2)]
    public async Task CompareAsync_AnArm_TakesItsAnswersOnly(string text, int rows)
    {
        await using var scene = await ComparisonScene.CreateAsync();
        await scene.RunAsync("titles-zh", 1, (1, "这个商品是裤子"), (2, "这个商品是鞋"));
        await scene.RunAsync("titles-zh", 2, (1, "这个商品是长裤"));
        TitleArm.TryParse(text, out var arm).ShouldBeTrue();

        (await scene.CompareAsync(ComparisonScene.All with { Arm = arm })).Rows.Count.ShouldBe(rows);
    }

    [Fact]
    public async Task CompareAsync_ACategory_ComparesItsSubtreeAndGroupsByTheLevelBelow()
    {
        await using var scene = await ComparisonScene.CreateAsync();
        await scene.RunAsync("titles-zh", 1, (1, "这个商品是裤子"), (2, "这个商品是鞋"), (3, "这个商品是长裤"));

        var all = await scene.CompareAsync();
        var men = await scene.CompareAsync(ComparisonScene.All with { CategoryId = "men" });

        all.Groups.Categories.Select(g => (g.Id, g.Pairs.Count)).ShouldBe([("men", 2), ("shoes", 1)]);
        men.Groups.Categories.ShouldHaveSingleItem().Id.ShouldBe("pants");
    }

    [Fact]
    public async Task CompareAsync_Groups_NamePromptVersionsAndModelsAndCost()
    {
        await using var scene = await ComparisonScene.CreateAsync();
        await scene.RunAsync("titles-zh", 1, (1, "这个商品是裤子"), (2, "这个商品是鞋"));
        await scene.RunAsync("titles-zh", 2, (3, "这个商品是长裤"));

        var result = await scene.CompareAsync();

        result.Groups.Prompts.Select(g => (g.Id, g.Pairs.Count)).ShouldBe([("prompt:titles-zh@1", 2), ("prompt:titles-zh@2", 1)]);
        result.Groups.Models.ShouldHaveSingleItem().Name.ShouldBe("sim-1");
        var cost = result.Costs.ShouldHaveSingleItem();
        (cost.Currency, cost.Total, cost.PerTitle).ShouldBe(("CNY", 0.06m, 0.02m));
    }

    [Fact]
    public async Task CompareAsync_WithoutAModel_ShowsRowsWithoutPerplexities()
    {
        await using var scene = await ComparisonScene.CreateAsync();
        await scene.RunAsync("titles-zh", 1, (1, "这个商品是裤子"));

        var result = await scene.Get<TitleComparison>().CompareAsync(ComparisonScene.All, scorer: null);

        result.ScorerName.ShouldBeNull();
        double.IsNaN(result.Rows.ShouldHaveSingleItem().Raw).ShouldBeTrue();
        result.Summary.ShouldBe(new ComparisonSummary(null, null, null));
    }

    [Fact]
    public async Task CompareAsync_Again_MeasuresOnlyWhatIsNew()
    {
        await using var scene = await ComparisonScene.CreateAsync();
        await scene.RunAsync("titles-zh", 1, (1, "这个商品是裤子"), (2, "这个商品是鞋"));
        await scene.CompareAsync();
        var asked = scene.Scorer.Asked;

        await scene.CompareAsync(ComparisonScene.All with { Measure = new PerplexityMeasure(PerCharacter: true) });
        scene.Scorer.Asked.ShouldBe(asked);
        await scene.CompareAsync(ComparisonScene.All with { Measure = new PerplexityMeasure(WithoutOpening: true) });
        scene.Scorer.Asked.ShouldBeInRange(asked + 2, asked + 4);
    }

    [Fact]
    public async Task CompareAsync_Cancelled_Stops()
    {
        await using var scene = await ComparisonScene.CreateAsync();
        await scene.RunAsync("titles-zh", 1, (1, "这个商品是裤子"));

        await Should.ThrowAsync<OperationCanceledException>(() =>
            scene.Get<TitleComparison>().CompareAsync(ComparisonScene.All, scene.Scorer, progress: null, new CancellationToken(canceled: true)));
    }

    [Fact]
    public async Task ReadAsync_ShownRows_HaveTextsInTheOrderAsked()
    {
        await using var scene = await ComparisonScene.CreateAsync();
        await scene.RunAsync("titles-zh", 1, (1, "这个商品是裤子"), (2, "!鞋"));
        var result = await scene.CompareAsync();

        var rows = await scene.Get<TitleRows>().ReadAsync([.. result.Rows.OrderByDescending(r => r.RunItemId)]);

        rows.Select(r => r.ItemId).ShouldBe(["p2", "p1"]);
        rows[0].Violations.ShouldBe(["no-opening"]);
        rows[1].CategoryPath.ShouldBe("休闲裤");
        rows[1].RawTitle.ShouldBe(ComparisonScene.Title(1));
    }
}
