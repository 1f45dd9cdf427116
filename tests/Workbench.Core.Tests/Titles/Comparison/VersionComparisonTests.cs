using LlmRec.Workbench.Titles.Comparison;

namespace LlmRec.Workbench.Tests.Titles.Comparison;

public sealed class VersionComparisonTests
{
    private static readonly VersionRequest Versions = new(
        new TitleArm { Prompt = "titles-zh", Version = 1 }, new TitleArm { Prompt = "titles-zh", Version = 2 }, null, PerplexityMeasure.Default);

    [Fact]
    public async Task CompareAsync_TwoVersions_ComparesWhatBothHaveAnswered()
    {
        await using var scene = await SceneAsync();

        var result = await scene.Get<VersionComparison>().CompareAsync(Versions, scene.Scorer);

        (result.Population, result.OnlyOne).ShouldBe((3, 2));
        (result.Wins, result.Losses, result.Ties, result.SameSentence).ShouldBe((1, 1, 1, 1));
        result.Perplexity.ShouldNotBeNull().Count.ShouldBe(3);
    }

    [Fact]
    public async Task CompareAsync_TwoVersions_CountsViolationsLengthCostAndLatencyOfEach()
    {
        await using var scene = await SceneAsync();

        var result = await scene.Get<VersionComparison>().CompareAsync(Versions, scene.Scorer);

        result.First.Violating.Value.ShouldBe(1 / 3.0, 1e-9);
        result.First.Violations.ShouldContainKeyAndValue("no-opening", 1);
        result.Second.Violating.Value.ShouldBe(0);
        result.Second.MeanLength.ShouldBe((7 + 6 + 12) / 3.0, 1e-9);
        result.Second.MeanLatency.ShouldBe(TimeSpan.FromMilliseconds(200));
        result.Second.Costs.ShouldHaveSingleItem().Total.ShouldBe(0.06m);
    }

    [Fact]
    public async Task CompareAsync_Sides_TurnedAroundTurnTheRatioAround()
    {
        await using var scene = await SceneAsync();
        var versions = scene.Get<VersionComparison>();

        var there = await versions.CompareAsync(Versions, scene.Scorer);
        var back = await versions.CompareAsync(Versions with { First = Versions.Second, Second = Versions.First }, scene.Scorer);

        (there.Perplexity!.Ratio.Value * back.Perplexity!.Ratio.Value).ShouldBe(1, 1e-9);
        (back.Wins, back.Losses).ShouldBe((there.Losses, there.Wins));
    }

    [Fact]
    public async Task CompareAsync_ASample_DrawsFromWhatBothHaveAnswered()
    {
        await using var scene = await SceneAsync();

        var result = await scene.Get<VersionComparison>().CompareAsync(Versions with { SampleSize = 2 }, scene.Scorer);

        (result.Rows.Count, result.Population).ShouldBe((2, 3));
    }

    [Fact]
    public async Task ReadAsync_Rows_ShowBothSentences()
    {
        await using var scene = await SceneAsync();
        var versions = scene.Get<VersionComparison>();
        var result = await versions.CompareAsync(Versions, scorer: null);

        var row = (await versions.ReadAsync([.. result.Rows.Where(r => !r.IsSame)])).Single(r => r.ItemId == "p2");

        (row.First, row.Second).ShouldBe(("!长长长长的鞋子", "这个商品是鞋"));
        row.FirstViolations.ShouldBe(["no-opening"]);
    }

    // Product 1: the same; 2: shorter but for the opening; 3: longer. Products 4 and 5 are answered by one version each.
    private static async Task<ComparisonScene> SceneAsync()
    {
        var scene = await ComparisonScene.CreateAsync();
        await scene.RunAsync("titles-zh", 1, (1, "这个商品是裤子"), (2, "!长长长长的鞋子"), (3, "这个商品是长裤子"), (4, "这个商品是鞋"));
        await scene.RunAsync("titles-zh", 2, (1, "这个商品是裤子"), (2, "这个商品是鞋"), (3, "这个商品是很长很长的裤子"), (5, "这个商品是裤"));
        return scene;
    }
}
