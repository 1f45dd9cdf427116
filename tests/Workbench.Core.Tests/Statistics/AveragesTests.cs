using LlmRec.Workbench.Statistics;

namespace LlmRec.Workbench.Tests.Statistics;

public sealed class AveragesTests
{
    [Theory]
    [InlineData(new[] { 3.0, 1, 2 }, 2)]
    [InlineData(new[] { 4.0, 1, 2, 3 }, 2.5)]
    [InlineData(new[] { 7.0 }, 7)]
    [InlineData(new double[0], double.NaN)]
    public void Median_Values_IsTheMiddle(double[] values, double expected) => Averages.Median(values).ShouldBe(expected);

    // R: quantile(c(1, 2, 4, 8, 16), c(0, 0.1, 0.25, 0.9, 1))
    [Theory]
    [InlineData(0, 1)]
    [InlineData(0.1, 1.4)]
    [InlineData(0.25, 2)]
    [InlineData(0.9, 12.8)]
    [InlineData(1, 16)]
    public void OfSorted_Probability_IsInterpolatedAsInR(double probability, double expected) =>
        Averages.OfSorted([1, 2, 4, 8, 16], probability).ShouldBe(expected, 1e-12);

    [Fact]
    public void Mean_NoValues_IsNotANumber() => double.IsNaN(Averages.Mean([])).ShouldBeTrue();
}

public sealed class SplitMixTests
{
    // The first numbers of the authors' own program for the seed 1234567.
    [Fact]
    public void Next_PublishedSeed_GivesThePublishedNumbers()
    {
        var numbers = new SplitMix(1234567);

        Enumerable.Range(0, 5).Select(_ => numbers.Next()).ShouldBe(
            [6457827717110365317, 3203168211198807973, 9817491932198370423, 4593380528125082431, 16408922859458223821]);
    }

    [Fact]
    public void NextPair_Bound_IsNeverReachedAndEveryNumberComes()
    {
        var numbers = new SplitMix(1);
        var seen = new int[7];
        for (var i = 0; i < 2_000; i++)
        {
            var (first, second) = numbers.NextPair(seen.Length);
            (seen[first], seen[second]) = (seen[first] + 1, seen[second] + 1);
        }

        seen.ShouldAllBe(count => count > 400);
    }
}
