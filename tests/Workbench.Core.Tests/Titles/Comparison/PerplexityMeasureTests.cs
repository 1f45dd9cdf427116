using LlmRec.Workbench.Perplexity;
using LlmRec.Workbench.Titles.Comparison;

namespace LlmRec.Workbench.Tests.Titles.Comparison;

public sealed class PerplexityMeasureTests
{
    private static readonly TextScore Score = new(Log10: -12, Tokens: 6, OovTokens: 1, OovLog10: -7, Characters: 10);

    [Theory]
    [InlineData(false, false, 2)]
    [InlineData(false, true, 1)]
    [InlineData(true, false, 1.2)]
    [InlineData(true, true, 0.5)]
    public void Of_EachMeasure_DividesByWhatItSays(bool perCharacter, bool withoutUnknown, double log10) =>
        new PerplexityMeasure(perCharacter, withoutUnknown).Of(Score).ShouldBe(Math.Pow(10, log10), 1e-9);

    [Fact]
    public void Of_NothingToDivideBy_IsNotANumber()
    {
        double.IsNaN(PerplexityMeasure.Default.Of(null)).ShouldBeTrue();
        double.IsNaN(new PerplexityMeasure(WithoutUnknown: true).Of(new TextScore(-7, 1, 1, -7, 3))).ShouldBeTrue();
    }

    [Theory]
    [InlineData("这个商品是男士休闲裤", "男士休闲裤")]
    [InlineData("This product is a pair of trousers", "a pair of trousers")]
    [InlineData("男士休闲裤", "男士休闲裤")]
    public void TextOf_WithoutOpening_CutsItOff(string sentence, string expected)
    {
        new PerplexityMeasure(WithoutOpening: true).TextOf(sentence).ShouldBe(expected);
        PerplexityMeasure.Default.TextOf(sentence).ShouldBe(sentence);
    }
}
