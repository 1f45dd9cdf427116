using LlmRec.Workbench.Statistics;

namespace LlmRec.Workbench.Tests.Statistics;

public sealed class McNemarTestTests
{
    // R: binom.test(1, 9)$p.value and so on.
    [Theory]
    [InlineData(0, 0, 1)]
    [InlineData(1, 8, 0.0390625)]
    [InlineData(8, 1, 0.0390625)]
    [InlineData(5, 5, 1)]
    [InlineData(0, 5, 0.0625)]
    public void Of_Differences_GivesTheExactTwoSidedP(int lost, int won, double p) => McNemarTest.Of(lost, won).P.ShouldBe(p, 1e-12);

    [Fact]
    public void Of_NegativeCount_Throws() => Should.Throw<ArgumentOutOfRangeException>(() => McNemarTest.Of(-1, 3));
}
