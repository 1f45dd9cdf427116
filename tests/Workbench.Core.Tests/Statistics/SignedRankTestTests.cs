using CsCheck;
using LlmRec.Workbench.Statistics;

namespace LlmRec.Workbench.Tests.Statistics;

public sealed class SignedRankTestTests
{
    [Fact]
    public void Of_HollanderAndWolfesDepressionScores_GivesTheirExactP()
    {
        // Hollander and Wolfe (1973), p. 29; R: wilcox.test(x, y, paired = TRUE): V = 40, p-value = 0.03906.
        double[] before = [1.83, 0.50, 1.62, 2.48, 1.68, 1.88, 1.55, 3.06, 1.30];
        double[] after = [0.878, 0.647, 0.598, 2.05, 1.06, 1.29, 1.06, 3.14, 1.29];

        var test = SignedRankTest.Of([.. before.Zip(after, (b, a) => b - a)]);

        test.PositiveRanks.ShouldBe(40);
        test.IsExact.ShouldBeTrue();
        test.P.ShouldBe(0.0390625, 1e-12);
    }

    [Fact]
    public void Of_DarwinsMaize_GivesSciPysExactP()
    {
        // The example of scipy.stats.wilcoxon: statistic 24, p = 0.041259765625.
        var test = SignedRankTest.Of([6, 8, 14, 16, 23, 24, 28, 29, 41, -48, 49, 56, 60, -67, 75]);

        test.PositiveRanks.ShouldBe(120 - 24);
        test.P.ShouldBe(0.041259765625, 1e-12);
    }

    [Fact]
    public void Of_TiesAndAZero_GivesRsCorrectedApproximation()
    {
        // R: wilcox.test(first, second, paired = TRUE), which cannot be exact with ties and zeroes: V = 27, p-value = 0.6353.
        double[] first = [125, 115, 130, 140, 140, 115, 140, 125, 140, 135];
        double[] second = [110, 122, 125, 120, 140, 124, 123, 137, 135, 145];

        var test = SignedRankTest.Of([.. first.Zip(second, (a, b) => a - b)]);

        (test.PositiveRanks, test.Used, test.Zeros, test.IsExact).ShouldBe((27, 9, 1, false));
        test.P.ShouldBe(0.6353, 0.00005);
    }

    [Theory]
    [InlineData(10, 8, 0.0488)]
    [InlineData(15, 25, 0.0479)]
    [InlineData(20, 52, 0.0484)]
    public void Of_CriticalValuesOfTheTables_AreJustBelowFivePercent(int count, int smallerSum, double p) =>
        SignedRankTest.Of(WithPositiveRanks(count, smallerSum)).P.ShouldBe(p, 0.0005);

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    public void Of_FewDifferencesOfOneSign_HasTheSmallestPossibleP(int count) =>
        SignedRankTest.Of([.. Enumerable.Range(1, count).Select(i => (double)i)]).P.ShouldBe(Math.Min(1, 2 / Math.Pow(2, count)), 1e-12);

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public void Of_NothingButZeros_FindsNothing(int zeros) =>
        SignedRankTest.Of(new double[zeros]).ShouldBe(new SignedRankTest(0, 0, zeros, IsExact: false, P: 1));

    [Fact]
    public void Of_ExactAndApproximate_AgreeWhereTheyMeet()
    {
        var exact = SignedRankTest.Of(WithPositiveRanks(49, 400));
        var approximate = SignedRankTest.Of(WithPositiveRanks(50, 420));

        exact.IsExact.ShouldBeTrue();
        approximate.IsExact.ShouldBeFalse();
        exact.P.ShouldBe(ApproximateP(49, 400), 0.002);
        approximate.P.ShouldBe(ApproximateP(50, 420), 0.002);
    }

    [Fact]
    public void Of_AnyDifferences_DependsNeitherOnOrderNorOnDirection() =>
        Gen.Double[-100, 100].Array[1, 80].Sample(differences =>
        {
            var test = SignedRankTest.Of(differences);
            var turned = SignedRankTest.Of([.. differences.Reverse().Select(d => -d)]);
            test.P.ShouldBeInRange(0, 1);
            turned.P.ShouldBe(test.P, 1e-9);
            (test.PositiveRanks + turned.PositiveRanks).ShouldBe(test.Used * (test.Used + 1) / 2.0, 1e-6);
        }, iter: 300);

    /// <summary>Differences of sizes 1 to count whose positive ones have ranks that add up to the sum.</summary>
    private static double[] WithPositiveRanks(int count, int sum)
    {
        var differences = Enumerable.Range(1, count).Select(i => -(double)i).ToArray();
        for (var rank = count; rank > 0 && sum > 0; rank--)
        {
            if (rank <= sum)
            {
                (differences[rank - 1], sum) = (rank, sum - rank);
            }
        }

        return differences;
    }

    private static double ApproximateP(double n, double positive)
    {
        var z = (Math.Abs(positive - (n * (n + 1) / 4)) - 0.5) / Math.Sqrt(n * (n + 1) * ((2 * n) + 1) / 24);
        return 2 * MathNet.Numerics.Distributions.Normal.CDF(0, 1, -z);
    }
}
