namespace LlmRec.Workbench.Statistics;

/// <summary>
/// Percentile bootstrap (Efron and Tibshirani, An Introduction to the Bootstrap, 1993, §13.3) of the mean and the median: the values are drawn again with replacement,
/// 10,000 times; the interval is what lies between the 2.5 % and the 97.5 % quantile of what the draws give. The same values and seed give the same interval, in
/// whatever order the values come and on however many cores.
/// </summary>
public static class Bootstrap
{
    public const int MostResamples = 10_000;

    /// <summary>Never fewer: above it the quantiles of the tails hardly move.</summary>
    public const int FewestResamples = 1_000;

    // Numbers drawn over all resamples, about half a second on two cores. Beyond 10,000 values resamples become fewer: there the interval is narrow anyway.
    private const long Draws = 100_000_000;
    private const int BlockSize = 100;

    /// <summary>How many times <paramref name="count"/> values are drawn again.</summary>
    public static int Resamples(int count) => (int)Math.Clamp(Draws / Math.Max(1, count), FewestResamples, MostResamples);

    /// <param name="values">Finite; one value gives an interval without width, none gives NaN.</param>
    public static (Estimate Mean, Estimate Median) Intervals(ReadOnlySpan<double> values, int seed, CancellationToken cancellationToken = default)
    {
        var (mean, median, _) = Intervals(values, values, seed, cancellationToken);
        return (mean, median);
    }

    /// <summary>The same, and the mean of a second figure of the same subjects from the same draws: one drawing instead of two.</summary>
    public static (Estimate Mean, Estimate Median, Estimate OtherMean) Intervals(
        ReadOnlySpan<double> values, ReadOnlySpan<double> others, int seed, CancellationToken cancellationToken = default)
    {
        var sorted = new (double Value, double Other)[values.Length];
        for (var i = 0; i < sorted.Length; i++)
        {
            sorted[i] = (values[i], others[i]);
        }

        Array.Sort(sorted);
        var (ascending, companions) = (Array.ConvertAll(sorted, pair => pair.Value), Array.ConvertAll(sorted, pair => pair.Other));
        var (means, medians, otherMeans) = sorted.Length == 0 ? ([], [], []) : Resample(ascending, companions, seed, cancellationToken);
        return (Percentiles(Averages.Mean(ascending), means), Percentiles(Averages.OfSorted(ascending, 0.5), medians), Percentiles(Averages.Mean(companions), otherMeans));
    }

    /// <summary>The means and the medians of all resamples of ascending values, and the means of their companions.</summary>
    internal static (double[] Means, double[] Medians, double[] OtherMeans) Resample(double[] sorted, double[] companions, int seed, CancellationToken cancellationToken)
    {
        var resamples = Resamples(sorted.Length);
        var (means, medians, otherMeans) = (new double[resamples], new double[resamples], new double[resamples]);
        Parallel.For(
            0,
            resamples / BlockSize,
            new ParallelOptions { CancellationToken = cancellationToken, MaxDegreeOfParallelism = Environment.ProcessorCount },
            () => new int[sorted.Length],
            (block, state, counts) =>
            {
                var random = new SplitMix(SplitMix.Mix((ulong)(uint)seed + 1) + SplitMix.Mix((ulong)block));
                for (var i = block * BlockSize; i < (block + 1) * BlockSize; i++)
                {
                    Draw(counts, ref random);
                    (means[i], medians[i], otherMeans[i]) = Summarise(sorted, companions, counts);
                }

                return counts;
            },
            _ => { });
        return (means, medians, otherMeans);
    }

    /// <summary>How often each value is drawn: cheaper than the drawn values themselves, because the median then needs no sorting.</summary>
    private static void Draw(int[] counts, ref SplitMix random)
    {
        Array.Clear(counts);
        for (var drawn = 0; drawn < counts.Length; drawn += 2)
        {
            var (first, second) = random.NextPair(counts.Length);
            counts[first]++;
            if (drawn + 1 < counts.Length)
            {
                counts[second]++;
            }
        }
    }

    private static (double Mean, double Median, double OtherMean) Summarise(double[] sorted, double[] companions, int[] counts)
    {
        var (lower, upper) = ((sorted.Length - 1) / 2, sorted.Length / 2);
        var (sum, others, seen, low, high) = (0.0, 0.0, 0, double.NaN, double.NaN);
        for (var i = 0; i < sorted.Length; i++)
        {
            sum += counts[i] * sorted[i];
            others += counts[i] * companions[i];
            seen += counts[i];
            low = double.IsNaN(low) && seen > lower ? sorted[i] : low;
            high = double.IsNaN(high) && seen > upper ? sorted[i] : high;
        }

        return (sum / sorted.Length, (low + high) / 2, others / sorted.Length);
    }

    private static Estimate Percentiles(double value, double[] resampled)
    {
        Array.Sort(resampled);
        const double Tail = (1 - Estimate.Confidence) / 2;
        return new Estimate(value, Averages.OfSorted(resampled, Tail), Averages.OfSorted(resampled, 1 - Tail));
    }
}
