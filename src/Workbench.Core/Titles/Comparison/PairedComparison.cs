using LlmRec.Workbench.Statistics;

namespace LlmRec.Workbench.Titles.Comparison;

/// <summary>
/// Two equally long series of perplexities (positive, lower is better) of the same subjects, compared pair by pair. Perplexities are skewed far to the right, so the
/// ratio and the test work on their logarithms; differences and averages are in perplexity itself.
/// </summary>
/// <param name="MeanDifference">Second minus first, with percentile-bootstrap interval.</param>
/// <param name="MedianDifference">The median of the differences, which is not the difference of the medians.</param>
/// <param name="Ratio">Second to first, as geometric mean: 10 to the power of the mean difference of log10; below 1 the second is better.</param>
/// <param name="Test">Of the differences of the logarithms.</param>
/// <param name="Improved">Share of pairs whose second is strictly lower, with Wilson's interval.</param>
public sealed record PairedComparison(
    int Count, Averaged First, Averaged Second, Estimate MeanDifference, Estimate MedianDifference, Estimate Ratio, SignedRankTest Test, Estimate Improved)
{
    /// <summary>Throws <see cref="ArgumentException"/> for series of unequal length or with a value that is no positive finite number.</summary>
    public static PairedComparison Of(ReadOnlySpan<double> first, ReadOnlySpan<double> second, int seed, CancellationToken cancellationToken = default)
    {
        if (first.Length != second.Length)
        {
            throw new ArgumentException($"The first series has {first.Length} values, the second {second.Length}; pairs need equally many.", nameof(second));
        }

        var differences = new double[first.Length];
        var logarithms = new double[first.Length];
        var improved = 0;
        for (var i = 0; i < first.Length; i++)
        {
            Demand(first[i], nameof(first), i);
            Demand(second[i], nameof(second), i);
            differences[i] = second[i] - first[i];
            logarithms[i] = Math.Log10(second[i]) - Math.Log10(first[i]);
            improved += second[i] < first[i] ? 1 : 0;
        }

        var (mean, median, ratio) = Bootstrap.Intervals(differences, logarithms, seed, cancellationToken);
        return new PairedComparison(
            first.Length, Averaged.Of(first), Averaged.Of(second), mean, median, Power(ratio), SignedRankTest.Of(logarithms), Proportion.Of(improved, first.Length));
    }

    private static void Demand(double value, string series, int index)
    {
        if (!(value > 0 && double.IsFinite(value)))
        {
            throw new ArgumentException($"Value {index} of the {series} series is {value}; a perplexity is a positive finite number.", series);
        }
    }

    private static Estimate Power(Estimate log10) => new(Math.Pow(10, log10.Value), Math.Pow(10, log10.Low), Math.Pow(10, log10.High));
}

/// <summary>Mean and median of one series.</summary>
public readonly record struct Averaged(double Mean, double Median)
{
    public static Averaged Of(ReadOnlySpan<double> values) => new(Averages.Mean(values), Averages.Median(values));
}
