using System.Globalization;
using LlmRec.Workbench.Statistics;

namespace LlmRec.Workbench.Titles.Comparison;

/// <summary>A comparison as tab-separated lines for programs: a header line, then one line per pair of series. Every line names scorer and measure.</summary>
public static class ComparisonReport
{
    private static readonly string[] Columns =
    [
        "comparison", "scorer", "measure", "n", "mean_first", "mean_second", "median_first", "median_second", "mean_difference", "mean_difference_low", "mean_difference_high",
        "median_difference", "median_difference_low", "median_difference_high", "ratio", "ratio_low", "ratio_high", "p", "improved", "improved_low", "improved_high",
    ];

    public static void Write(TextWriter output, ComparisonResult result)
    {
        output.WriteLine(string.Join('\t', Columns));
        void Line(string name, PairedComparison? pairs) => WriteLine(output, name, result.ScorerName, result.Request.Measure, pairs);
        Line("raw → normalised", result.Summary.RawToModel);
        Line("raw → baseline", result.Summary.RawToRule);
        Line("baseline → normalised", result.Summary.ModelOverRule);
    }

    public static void Write(TextWriter output, VersionResult result)
    {
        output.WriteLine(string.Join('\t', Columns));
        WriteLine(output, $"{result.Request.First} → {result.Request.Second}", result.ScorerName, result.Request.Measure, result.Perplexity);
    }

    private static void WriteLine(TextWriter output, string name, string? scorer, PerplexityMeasure measure, PairedComparison? pairs)
    {
        if (pairs is not null)
        {
            IEnumerable<string> cells = [name, scorer ?? "", measure.Name, pairs.Count.ToString(CultureInfo.InvariantCulture), .. Figures(pairs).Select(Number)];
            output.WriteLine(string.Join('\t', cells));
        }
    }

    private static IEnumerable<double> Figures(PairedComparison pairs) =>
    [
        pairs.First.Mean, pairs.Second.Mean, pairs.First.Median, pairs.Second.Median, .. Figures(pairs.MeanDifference), .. Figures(pairs.MedianDifference),
        .. Figures(pairs.Ratio), pairs.Test.P, .. Figures(pairs.Improved),
    ];

    private static IEnumerable<double> Figures(Estimate estimate) => [estimate.Value, estimate.Low, estimate.High];

    private static string Number(double value) => value.ToString("G6", CultureInfo.InvariantCulture);
}
