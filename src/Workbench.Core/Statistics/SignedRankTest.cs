using MathNet.Numerics.Distributions;

namespace LlmRec.Workbench.Statistics;

/// <summary>
/// Wilcoxon's signed-rank test (Biometrics Bulletin 1, 1945) that paired differences lie symmetrically about 0; the same rules as R's <c>wilcox.test</c>: differences of
/// 0 are left out (Wilcoxon's way, not Pratt's); fewer than 50 differences without ties or zeros are tested exactly, all others by the normal approximation with
/// corrections for ties and continuity.
/// </summary>
/// <param name="PositiveRanks">V: the sum of the ranks of the positive differences, 0 to n(n + 1)/2.</param>
/// <param name="Used">Differences that are not 0.</param>
/// <param name="Zeros">Differences left out.</param>
/// <param name="P">Two-sided, 0 to 1; 1 where no difference is left.</param>
public sealed record SignedRankTest(double PositiveRanks, int Used, int Zeros, bool IsExact, double P)
{
    private const int ExactBelow = 50;

    /// <param name="differences">Finite numbers.</param>
    public static SignedRankTest Of(ReadOnlySpan<double> differences)
    {
        var used = differences.ToArray().Where(d => d != 0).ToArray();
        Array.Sort(used, (a, b) => Math.Abs(a).CompareTo(Math.Abs(b)));
        var (positive, ties) = RankSums(used);
        var zeros = differences.Length - used.Length;
        var exact = used.Length is > 0 and < ExactBelow && ties == 0 && zeros == 0;
        var p = used.Length == 0 ? 1 : exact ? ExactP((int)positive, used.Length) : ApproximateP(positive, used.Length, ties);
        return new SignedRankTest(positive, used.Length, zeros, exact, p);
    }

    /// <summary>Equal sizes share the mean of their ranks; ties is the sum of t³ − t over groups of t equal sizes.</summary>
    private static (double Positive, double Ties) RankSums(double[] ordered)
    {
        var (positive, ties) = (0.0, 0.0);
        for (var start = 0; start < ordered.Length;)
        {
            var end = start + 1;
            while (end < ordered.Length && Math.Abs(ordered[end]) == Math.Abs(ordered[start]))
            {
                end++;
            }

            var rank = (start + 1 + end) / 2.0;
            double size = end - start;
            ties += (size * size * size) - size;
            positive += rank * ordered.AsSpan(start, end - start).ToArray().Count(d => d > 0);
            start = end;
        }

        return (positive, ties);
    }

    /// <summary>Every subset of the ranks 1 to n is equally likely to be the positive ones; counts below 2⁵⁰ are exact in a double.</summary>
    private static double ExactP(int positive, int count)
    {
        var sums = new double[(count * (count + 1) / 2) + 1];
        sums[0] = 1;
        for (var rank = 1; rank <= count; rank++)
        {
            for (var sum = sums.Length - 1; sum >= rank; sum--)
            {
                sums[sum] += sums[sum - rank];
            }
        }

        var lower = Math.Min(positive, sums.Length - 1 - positive);
        return Math.Min(1, 2 * sums.AsSpan(0, lower + 1).ToArray().Sum() / Math.Pow(2, count));
    }

    private static double ApproximateP(double positive, int count, double ties)
    {
        double n = count;
        var distance = positive - (n * (n + 1) / 4);
        var deviation = Math.Sqrt((n * (n + 1) * ((2 * n) + 1) / 24) - (ties / 48));
        return deviation == 0 ? 1 : Math.Min(1, 2 * Normal.CDF(0, 1, -Math.Max(0, Math.Abs(distance) - 0.5) / deviation));
    }
}
