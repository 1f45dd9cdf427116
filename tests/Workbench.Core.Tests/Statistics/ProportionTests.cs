using CsCheck;
using LlmRec.Workbench.Statistics;

namespace LlmRec.Workbench.Tests.Statistics;

public sealed class ProportionTests
{
    // Newcombe, Statistics in Medicine 17 (1998), table I, method 3.
    [Theory]
    [InlineData(81, 263, 0.2553, 0.3662)]
    [InlineData(15, 148, 0.0624, 0.1605)]
    [InlineData(0, 20, 0.0000, 0.1611)]
    [InlineData(1, 29, 0.0061, 0.1718)]
    public void Of_NewcombesExamples_GivesHisIntervals(int part, int whole, double low, double high)
    {
        var share = Proportion.Of(part, whole);

        share.Low.ShouldBe(low, 0.00005);
        share.High.ShouldBe(high, 0.00005);
    }

    [Fact]
    public void Of_AnyPart_HoldsTheShareBetweenNoneAndAll() =>
        Gen.Int[1, 1_000_000].SelectMany(whole => Gen.Int[0, whole].Select(part => (part, whole))).Sample(c =>
        {
            var share = Proportion.Of(c.part, c.whole);
            share.Low.ShouldBeInRange(0, share.Value);
            share.High.ShouldBeInRange(share.Value - 1e-12, 1);
        });

    [Fact]
    public void Of_MoreThanTheWhole_IsRefused() => Should.Throw<ArgumentOutOfRangeException>(() => Proportion.Of(2, 1));
}

public sealed class HolmAdjustmentTests
{
    // R: p.adjust(c(0.01, 0.04, 0.03, 0.02), "holm").
    [Fact]
    public void Of_RsExample_GivesItsValuesInTheGivenOrder() =>
        string.Join(' ', HolmAdjustment.Of([0.01, 0.04, 0.03, 0.02]).Select(p => $"{p:0.00}")).ShouldBe("0.04 0.06 0.06 0.06");

    [Fact]
    public void Of_AnyTests_NeverGoesBelowThePItself() =>
        Gen.Double[0, 1].Array[0, 30].Sample(p =>
        {
            var adjusted = HolmAdjustment.Of(p);
            for (var i = 0; i < p.Length; i++)
            {
                adjusted[i].ShouldBeInRange(p[i], 1);
            }
        });
}
