using CsCheck;
using LlmRec.Workbench.Statistics;

namespace LlmRec.Workbench.Tests.Statistics;

public sealed class PairedSharesTests
{
    // Method 10 of Newcombe (1998) written out independently, with the sign turned: he subtracts the second share from the first.
    [Theory]
    [InlineData(36, 12, 2, 0, -0.34043, -0.05693)]
    [InlineData(20, 12, 2, 16, -0.32921, -0.05616)]
    [InlineData(0, 0, 0, 50, -0.07135, 0.07135)]
    public void Of_Cells_GivesNewcombesLimits(int both, int onlyFirst, int onlySecond, int neither, double low, double high)
    {
        var difference = PairedShares.Of(both, onlyFirst, onlySecond, neither).Difference;

        difference.Low.ShouldBe(low, 0.00001);
        difference.High.ShouldBe(high, 0.00001);
    }

    [Fact]
    public void Of_Pairs_CountsTheCells()
    {
        var result = PairedShares.Of([(true, true), (true, false), (false, true), (false, true), (false, false)]);

        result.ShouldBe(PairedShares.Of(both: 1, onlyFirst: 1, onlySecond: 2, neither: 1));
        result.Difference.Value.ShouldBe(0.2, 1e-12);
        result.Test.Won.ShouldBe(2);
    }

    [Fact]
    public void Of_AnyCells_HoldsTheDifferenceAndTurnsWithTheOrder() =>
        Gen.Int[0, 60].Array[4].Where(cells => cells.Sum() > 0).Sample(cells =>
        {
            var one = PairedShares.Of(cells[0], cells[1], cells[2], cells[3]).Difference;
            var other = PairedShares.Of(cells[0], cells[2], cells[1], cells[3]).Difference;
            one.Low.ShouldBeLessThanOrEqualTo(one.Value);
            one.High.ShouldBeGreaterThanOrEqualTo(one.Value);
            other.Low.ShouldBe(-one.High, 1e-9);
        });
}
