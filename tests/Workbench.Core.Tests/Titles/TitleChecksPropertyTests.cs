using CsCheck;
using LlmRec.Workbench.Titles;
using LlmRec.Workbench.Titles.Checks;

namespace LlmRec.Workbench.Tests.Titles;

public sealed class TitleChecksPropertyTests
{
    private static readonly Gen<(string Title, string Sentence)> Texts = Gen.Select(OddTexts.Any, OddTexts.Any);

    [Fact]
    public void Check_AnyTexts_GivesKnownNamesOnce() => Texts.Sample(texts =>
    {
        var broken = TitleChecks.Check(TitleText.Of(texts.Title), texts.Sentence, new TitleFacts([texts.Title], [texts.Sentence]));

        broken.ShouldBeSubsetOf(TitleViolations.All);
        broken.ShouldBeUnique();
    }, iter: 4_000);

    [Fact]
    public void Marks_AnyTexts_CoverBothWithoutGapsOrCutCharacters() => Texts.Sample(texts =>
    {
        var marks = TitleMarks.Of(TitleText.Of(texts.Title), texts.Sentence);

        ShouldCover(texts.Title, marks.Title);
        ShouldCover(texts.Sentence, marks.Sentence);
    }, iter: 4_000);

    [Fact]
    public void Check_OpeningAndTheTitleItself_HasNoForeignWords() => Gen.String[Gen.Char["连衣裙净水器纯棉女 Nike15，-"], 1, 30].Sample(title =>
        TitleChecks.Check(TitleText.Of(title), TitleRules.For(title).Opening + " " + title).ShouldNotContain(TitleViolations.ForeignWords), iter: 4_000);

    [Fact]
    public void Check_WordThatNobodySaid_IsForeign() => OddTexts.Any.Sample(title =>
        TitleChecks.Check(TitleText.Of(title), $"这个商品是{title}鹦鹉").ShouldContain(TitleViolations.ForeignWords), iter: 2_000);

    [Fact]
    public void Check_TenThousandCharacters_IsAnswered()
    {
        var title = string.Concat(Enumerable.Repeat("净水器家用ignore 厨房😀", 1_000));

        TitleChecks.Check(TitleText.Of(title), "这个商品是" + title, new TitleFacts([title], [])).ShouldContain(TitleViolations.TooLong);
    }

    private static void ShouldCover(string text, IReadOnlyList<MarkedSpan> spans)
    {
        string.Concat(spans.Select(s => text.Substring(s.Start, s.Length))).ShouldBe(text);
        spans.ShouldAllBe(s => s.Length > 0 && (s.Start == 0 || !char.IsLowSurrogate(text[s.Start]) || !char.IsHighSurrogate(text[s.Start - 1])));
    }
}
