using CsCheck;
using LlmRec.Workbench.Statistics;
using MathNet.Numerics.Distributions;

namespace LlmRec.Workbench.Tests.Statistics;

public sealed class BootstrapTests
{
    // Survival of treated mice, Efron and Tibshirani (1993), table 2.1.
    private static readonly double[] Mice = [16, 23, 38, 94, 99, 141, 197];

    [Fact]
    public void Resample_EfronsMice_HasThePublishedStandardErrors()
    {
        // Table 2.2, B = ∞: mean 23.36, median 37.83.
        var (means, medians, _) = Bootstrap.Resample(Mice, Mice, seed: 1, CancellationToken.None);

        means.Length.ShouldBe(10_000);
        Deviation(means).ShouldBe(23.36, 0.7);
        Deviation(medians).ShouldBe(37.83, 1.0);
    }

    [Fact]
    public void Intervals_MeanOfManyValues_IsNearTheNormalInterval()
    {
        double[] values = [.. Enumerable.Range(0, 1000).Select(i => Math.Sin(i * 12.9898) * 50)];
        var error = Deviation(values) / Math.Sqrt(values.Length);

        var (mean, _) = Bootstrap.Intervals(values, seed: 7);

        mean.Low.ShouldBe(mean.Value - (1.96 * error), 0.15 * error);
        mean.High.ShouldBe(mean.Value + (1.96 * error), 0.15 * error);
    }

    [Fact]
    public void Intervals_Median_IsWhereTheExactDistributionOfItsResamplesSays()
    {
        // The median of 101 values drawn again lies at or below the k-th if at least 51 draws do: a binomial probability.
        double[] values = [.. Enumerable.Range(1, 101).Select(i => (double)i)];
        double Exact(double probability) => values.First(k => 1 - Binomial.CDF(k / 101, 101, 50) >= probability);

        var (_, median) = Bootstrap.Intervals(values, seed: 3);

        median.Value.ShouldBe(51);
        median.Low.ShouldBe(Exact(0.025), 1);
        median.High.ShouldBe(Exact(0.975), 1);
    }

    [Fact]
    public void Intervals_SameSeedInAnyOrder_AreTheSame()
    {
        double[] shuffled = [99, 16, 197, 38, 94, 141, 23];

        Bootstrap.Intervals(shuffled, seed: 5).ShouldBe(Bootstrap.Intervals(Mice, seed: 5));
    }

    [Fact]
    public void Intervals_AnotherSeed_AreOthersByALittle()
    {
        double[] values = [.. Enumerable.Range(0, 200).Select(i => Math.Sin(i * 12.9898) * 50)];
        var (first, second) = (Bootstrap.Intervals(values, seed: 5).Mean, Bootstrap.Intervals(values, seed: 6).Mean);

        second.Low.ShouldNotBe(first.Low);
        second.Low.ShouldBe(first.Low, 0.5);
    }

    [Fact]
    public void Intervals_ASecondFigure_HasTheSpreadOfItsOwnValues()
    {
        double[] halves = [.. Mice.Select(m => m / 2)];

        var (mean, _, half) = Bootstrap.Intervals(Mice, halves, seed: 5);

        half.ShouldBe(new Estimate(mean.Value / 2, mean.Low / 2, mean.High / 2));
    }

    [Theory]
    [InlineData(1, 10_000)]
    [InlineData(10_000, 10_000)]
    [InlineData(40_000, 2_500)]
    [InlineData(1_000_000, 1_000)]
    public void Resamples_OfLargerSamples_BecomeFewerButNeverTooFew(int count, int expected) => Bootstrap.Resamples(count).ShouldBe(expected);

    [Fact]
    public void Intervals_OfNothing_AreNotNumbers() => double.IsNaN(Bootstrap.Intervals([], seed: 1).Mean.Low).ShouldBeTrue();

    [Fact]
    public void Intervals_Cancelled_Throws() =>
        Should.Throw<OperationCanceledException>(() => Bootstrap.Intervals(Mice, seed: 1, new CancellationToken(canceled: true)));

    [Fact]
    public void Intervals_AnyValues_HoldTheMedianAndStayWithinTheValues() =>
        Gen.Double[-1e6, 1e6].Array[1, 30].Sample(values =>
        {
            var (mean, median) = Bootstrap.Intervals(values, seed: 11);
            mean.Low.ShouldBeLessThanOrEqualTo(mean.High);
            median.Low.ShouldBeInRange(values.Min(), median.Value);
            median.High.ShouldBeInRange(median.Value, values.Max());
        }, iter: 20);

    private static double Deviation(double[] values)
    {
        var mean = values.Average();
        return Math.Sqrt(values.Average(v => (v - mean) * (v - mean)));
    }
}
