using LlmRec.Workbench.Perplexity;

namespace LlmRec.Workbench.Tests.Perplexity;

public sealed class SegmenterTests : IDisposable
{
    private readonly TestModel _model = TestModel.Of("手机", "手机壳", "壳", "运动", "运动鞋", "鞋", "白色", "的", "T恤", "iPhone", "nike", "，", "!");
    private readonly LanguageModel _opened;

    public SegmenterTests() => _opened = _model.Open();

    public void Dispose()
    {
        _opened.Dispose();
        _model.Dispose();
    }

    [Theory]
    [InlineData("", "")]
    [InlineData(" \t\r\n\u3000", "")]
    [InlineData("白色的运动鞋", "白色|的|运动鞋")]
    [InlineData("手机壳的壳", "手机壳|的|壳")]
    [InlineData("未知的", "未|知|的")]
    [InlineData("3.5mm接口", "3.5mm|接|口")]
    [InlineData("iPhone15手机", "iphone15|手机")]
    [InlineData("1,000件,2023年.", "1,000|件|，|2023|年|.")]
    [InlineData("don't 3.a", "don't|3|.|a")]
    [InlineData("白色T恤", "白色|T恤")]
    [InlineData("白色t恤", "白色|T恤")]
    [InlineData("白 色", "白|色")]
    [InlineData("（白色）", "（|白色|）")]
    public void Segment_Text_IsCutIntoTheModelsWords(string text, string words) => Cut(text).ShouldBe(words);

    [Theory]
    [InlineData("NIKE", "nike")]
    [InlineData("iPhone", "iPhone")]
    [InlineData("Ｎｉｋｅ", "nike")]
    [InlineData("ADIDAS", "adidas")]
    [InlineData("ÉCLAIR", "éclair")]
    public void Segment_Latin_TakesTheSpellingThatTheModelKnows(string text, string words) => Cut(text).ShouldBe(words);

    [Theory]
    [InlineData("鞋,鞋", "鞋|，|鞋")]
    [InlineData("鞋！", "鞋|!")]
    [InlineData("鞋；", "鞋|；")]
    public void Segment_Mark_TakesTheWidthThatTheModelKnows(string text, string words) => Cut(text).ShouldBe(words);

    [Theory]
    [InlineData("白\u200b色\u0007的\ufeff", "白色|的")]
    [InlineData("\u202e白色\u202c", "白色")]
    [InlineData("白色👨‍👩‍👧鞋❤️🇨🇳", "白色|👨‍👩‍👧|鞋|❤️|🇨🇳")]
    [InlineData("حذاء رياضي", "حذاء|رياضي")]
    [InlineData("e\u0301 \u0301", "e\u0301|\u0301")]
    public void Segment_OddCharacters_StayWholeOrGo(string text, string words) => Cut(text).ShouldBe(words);

    // Not as inline data: it is kept as UTF-8, which has no lone surrogates.
    [Fact]
    public void Segment_HalfASurrogatePair_IsReplaced() => Cut("鞋\ud83d鞋\udc4d").ShouldBe("鞋|\ufffd|鞋|\ufffd");

    [Theory]
    [InlineData("的")]
    [InlineData("运动鞋")]
    [InlineData("a1")]
    [InlineData("👍🏽")]
    [InlineData("!\u0301")]
    public void Segment_VeryLongText_KeepsEveryCharacter(string part)
    {
        var text = string.Concat(Enumerable.Repeat(part, 10_000 / part.Length));

        string.Concat(new Segmenter(_opened).Segment(text)).ShouldBe(text);
    }

    [Fact]
    public void Segment_SameTextOnManyThreads_IsAlwaysTheSame()
    {
        var sut = new Segmenter(_opened);

        var cuts = ParallelEnumerable.Range(0, 2000).Select(_ => string.Join('|', sut.Segment("白色的运动鞋和手机壳iphone15"))).Distinct().ToList();

        cuts.ShouldBe(["白色|的|运动鞋|和|手机壳|iphone15"]);
    }

    private string Cut(string text) => string.Join('|', new Segmenter(_opened).Segment(text));
}
