namespace LlmRec.Workbench.Titles.Comparison;

/// <summary>How the log10 perplexities of raw titles, normalised titles and baselines are spread, each counted on its own.</summary>
public sealed record PerplexityHistogram(IReadOnlyList<PerplexityBin> Bins)
{
    private const int FewestBins = 12;
    private const int MostBins = 40;
    private static readonly double[] Widths = [0.05, 0.1, 0.2, 0.25, 0.5, 1, 2, 5];

    /// <summary>Bins of one round width in log10, from the lowest figure to the highest; empty without figures.</summary>
    public static PerplexityHistogram Of(IReadOnlyList<ComparedTitle> rows)
    {
        var (low, high) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (var value in rows.SelectMany(Logarithms).Where(double.IsFinite))
        {
            (low, high) = (Math.Min(low, value), Math.Max(high, value));
        }

        if (low > high)
        {
            return new PerplexityHistogram([]);
        }

        // About the square root of the number of figures, so that small samples do not look like a comb.
        var most = Math.Clamp((int)Math.Sqrt(rows.Count), FewestBins, MostBins);
        var width = Widths.FirstOrDefault(w => (high - low) / w < most, (high - low) / most);
        var first = Math.Floor(low / width);
        var counts = new int[(int)(Math.Floor(high / width) - first) + 1, 3];
        foreach (var row in rows)
        {
            foreach (var (series, value) in Logarithms(row).Index().Where(entry => double.IsFinite(entry.Item)))
            {
                counts[(int)(Math.Floor(value / width) - first), series]++;
            }
        }

        return new PerplexityHistogram([.. Enumerable.Range(0, counts.GetLength(0)).Select(bin =>
            new PerplexityBin((first + bin) * width, (first + bin + 1) * width, counts[bin, 0], counts[bin, 1], counts[bin, 2]))]);
    }

    private static IEnumerable<double> Logarithms(ComparedTitle row) => [Math.Log10(row.Raw), Math.Log10(row.Sentence), Math.Log10(row.Baseline)];
}

/// <summary>One bin of a <see cref="PerplexityHistogram"/>: log10 from <c>From</c>, inclusive, to <c>To</c>, and how many figures lie there.</summary>
public readonly record struct PerplexityBin(double From, double To, int Raw, int Sentence, int Baseline);
