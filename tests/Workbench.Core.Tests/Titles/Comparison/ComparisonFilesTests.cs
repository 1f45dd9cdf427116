using System.Text;
using LlmRec.Workbench.Titles.Comparison;

namespace LlmRec.Workbench.Tests.Titles.Comparison;

public sealed class ComparisonFilesTests
{
    [Fact]
    public async Task WriteAsync_Csv_NamesTheScorerAndDefusesFormulas()
    {
        await using var scene = await ComparisonScene.CreateAsync();
        await scene.RunAsync("titles-zh", 1, (1, "=SUM(A1)"), (2, "这个商品是,鞋"));

        var lines = await CsvAsync(scene);

        lines[0].ShouldContain("raw_perplexity (length, per-token)");
        lines[1..].ShouldContain(line => line.Contains(",'=SUM(A1),", StringComparison.Ordinal));
        lines[1..].ShouldContain(line => line.Contains("\"这个商品是,鞋\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Write_Report_GivesOneLinePerComparison()
    {
        await using var scene = await ComparisonScene.CreateAsync();
        await scene.RunAsync("titles-zh", 1, (1, "这个商品是裤子"), (2, "这个商品是鞋"));
        using var text = new StringWriter();

        ComparisonReport.Write(text, await scene.CompareAsync());

        var lines = text.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines[1].Split('\t')[..4].ShouldBe(["raw → normalised", "length", "per-token", "2"]);
        lines[1].Split('\t').Length.ShouldBe(lines[0].Split('\t').Length);
    }

    [Fact]
    public void Of_Histogram_CountsEveryFigureOnceAndNoOther()
    {
        ComparedTitle[] rows = [.. Enumerable.Range(1, 50).Select(i => new ComparedTitle(i, i, 1, "", i * 1000, i * 100, i % 5 == 0 ? double.NaN : i))];

        var bins = PerplexityHistogram.Of(rows).Bins;

        (bins.Sum(b => b.Raw), bins.Sum(b => b.Sentence), bins.Sum(b => b.Baseline)).ShouldBe((50, 50, 40));
        bins.Zip(bins.Skip(1)).ShouldAllBe(pair => Math.Abs(pair.First.To - pair.Second.From) < 1e-9);
        PerplexityHistogram.Of([new ComparedTitle(1, 1, 1, "", double.NaN, double.NaN, double.NaN)]).Bins.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(TitleOrder.Change, true, "2 1 3 4")]
    [InlineData(TitleOrder.Change, false, "3 1 2 4")]
    [InlineData(TitleOrder.Raw, true, "3 2 1 4")]
    public void Sort_MissingFigures_ComeLastWhateverTheDirection(TitleOrder order, bool descending, string expected)
    {
        ComparedTitle[] rows = [Row(1, 10, 10), Row(2, 20, 90), Row(3, 30, 5), Row(4, double.NaN, 5)];

        string.Join(' ', TitleOrders.Sort(rows, order, descending).Select(row => row.RunItemId)).ShouldBe(expected);
    }

    [Fact]
    public async Task Remembered_ScorerThatMayNotBeAsked_KnowsOnlyWhatWasMeasured()
    {
        using var cache = new ScoreCache();
        var scorer = new LengthScorer();
        await cache.ScoreAsync(scorer, ["裤子"]);

        var known = await cache.ScoreAsync(cache.Remembered(scorer.Name), ["裤子", "鞋"]);

        known[0].ShouldNotBeNull();
        known[1].ShouldBeNull();
        scorer.Asked.ShouldBe(1);
        (await cache.ScoreAsync(scorer, ["鞋"]))[0].ShouldNotBeNull();
    }

    private static ComparedTitle Row(long id, double raw, double sentence) => new(id, id, 1, "", raw, sentence, double.NaN);

    private static async Task<string[]> CsvAsync(ComparisonScene scene)
    {
        using var output = new MemoryStream();
        await scene.Get<ComparisonCsv>().WriteAsync(await scene.CompareAsync(), output);
        return Encoding.UTF8.GetString(output.ToArray()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
    }
}
