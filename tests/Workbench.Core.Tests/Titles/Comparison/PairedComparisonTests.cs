using CsCheck;
using LlmRec.Workbench.Titles.Comparison;

namespace LlmRec.Workbench.Tests.Titles.Comparison;

public sealed class PairedComparisonTests
{
    private static readonly double[] Before = [1000, 400, 90, 2500, 60];
    private static readonly double[] After = [100, 200, 90, 250, 120];

    [Fact]
    public void Of_FivePairs_SaysWhatChanged()
    {
        var result = PairedComparison.Of(Before, After, seed: 1);

        result.First.ShouldBe(new Averaged(810, 400));
        result.Second.ShouldBe(new Averaged(152, 120));
        result.MeanDifference.Value.ShouldBe(-658);
        result.MedianDifference.Value.ShouldBe(-200);
        result.Improved.Value.ShouldBe(0.6);
        result.Test.Zeros.ShouldBe(1);
    }

    [Fact]
    public void Of_FivePairs_GivesTheRatioAsGeometricMean() =>
        PairedComparison.Of(Before, After, seed: 1).Ratio.Value.ShouldBe(Math.Pow(0.1 * 0.5 * 1 * 0.1 * 2, 0.2), 1e-12);

    [Fact]
    public void Of_SidesTurnedAround_TurnsEverythingAround() =>
        Gen.Select(Gen.Double[0.1, 1e5], Gen.Double[0.1, 1e5]).Array[2, 40].Sample(pairs =>
        {
            double[] first = [.. pairs.Select(p => p.Item1)];
            double[] second = [.. pairs.Select(p => p.Item2)];
            var (there, back) = (PairedComparison.Of(first, second, seed: 1), PairedComparison.Of(second, first, seed: 1));
            back.MeanDifference.Value.ShouldBe(-there.MeanDifference.Value, 1e-6);
            back.MedianDifference.Value.ShouldBe(-there.MedianDifference.Value, 1e-6);
            (back.Ratio.Value * there.Ratio.Value).ShouldBe(1, 1e-9);
            back.Test.P.ShouldBe(there.Test.P, 1e-9);
        }, iter: 20);

    [Fact]
    public void Of_PairsInAnotherOrder_IsTheSame()
    {
        var turned = PairedComparison.Of([.. Before.Reverse()], [.. After.Reverse()], seed: 1);

        turned.ShouldBe(PairedComparison.Of(Before, After, seed: 1));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Of_NoPerplexity_IsRefused(double value) =>
        Should.Throw<ArgumentException>(() => PairedComparison.Of([1], [value], seed: 1)).Message.ShouldContain("positive finite number");

    [Fact]
    public void Of_UnequalLengths_IsRefused() => Should.Throw<ArgumentException>(() => PairedComparison.Of([1, 2], [1], seed: 1));

    [Fact]
    public void Of_NoPairs_HasNoFigures()
    {
        var nothing = PairedComparison.Of([], [], seed: 1);

        nothing.Count.ShouldBe(0);
        double.IsNaN(nothing.Improved.Value).ShouldBeTrue();
    }
}
