using LlmRec.Workbench.Perplexity;

namespace LlmRec.Workbench.Tests.Perplexity;

public sealed class ArpaModelTests
{
    private const string Good = "\\data\\\nngram 1=4\nngram 2=2\n\n\\1-grams:\n-1\t<unk>\n0\t<s>\t-0.5\n-1\t</s>\n-2\ta\t-0.25\n\n\\2-grams:\n-0.5\t<s> a\n-0.125\ta </s>\n\n\\end\\\n";

    [Fact]
    public void Open_SmallModel_ScoresByHand()
    {
        using var file = new TempModel(Good);
        using var model = file.Open();

        model.ScoreSentence("a").Log10.ShouldBe(-0.5 - 0.125);
        model.ScoreSentence("a a").Log10.ShouldBe(-0.5 + (-2 - 0.25) - 0.125);
        model.ScoreSentence("b").Log10.ShouldBe(-1 - 0.5 - 1);
    }

    [Theory]
    [InlineData("\n", "\r\n")]
    [InlineData("\\data\\", "\uFEFF\\data\\")]
    [InlineData("\\data\\", "# made by hand\n\n\\data\\")]
    [InlineData("\t-0.25", "\t-0.25 ")]
    [InlineData("<s> a", "<s>\ta")]
    public void Open_UsualVariations_AreRead(string old, string varied)
    {
        using var file = new TempModel(Good.Replace(old, varied, StringComparison.Ordinal));
        using var model = file.Open();

        model.ScoreSentence("a").Log10.ShouldBe(-0.625);
    }

    [Theory]
    [InlineData("ngram 2=2", "ngram 2=3", "line 14: expected one of 3 announced 2-grams")]
    [InlineData("ngram 2=2", "ngram 2=1", @"expected \end\ but found '-0.125	a </s>'")]
    [InlineData("ngram 1=4", "ngram 1=3", @"expected \2-grams: but found '-2	a	-0.25'")]
    [InlineData("ngram 2=2", "ngram 2=9223372036854775807", "line 14: expected one of 9223372036854775807 announced")]
    [InlineData("ngram 2=2", "ngram 2=-2", "'ngram N=COUNT' lines are missing or damaged")]
    [InlineData("ngram 2=2", "ngram 3=2", "expected ngram 2=COUNT but found 'ngram 3=2'")]
    [InlineData("\\end\\", "", @"the text ends before its \end\")]
    [InlineData("\\2-grams:", "\\3-grams:", @"line 11: expected \2-grams: but found '\3-grams:'")]
    [InlineData("-2\ta", "NaN\ta", "log10 probability of at most 0, but found 'NaN	a")]
    [InlineData("-2\ta", "2\ta", "log10 probability of at most 0, but found '2	a")]
    [InlineData("-2\ta", "ten\ta", "log10 probability of at most 0, but found 'ten	a")]
    [InlineData("-2\ta\t-0.25", "-2", "a 1-gram has 1 words, but found '-2'")]
    [InlineData("a\t-0.25", "a\tNaN", "expected one back-off weight after the words of a 1-gram, but found 'NaN'")]
    [InlineData("a\t-0.25", "a\t-0.25\t7", "expected one back-off weight")]
    [InlineData("<s> a", "<s> a\t-1", "the longest n-grams have no back-off weight, but found -1")]
    [InlineData("<s> a", "<s> b", "the word 'b' is not among the 1-grams")]
    [InlineData("-1\t</s>", "-1\ta", "the word 'a' occurs twice")]
    [InlineData("a </s>", "<s> a", "this n-gram occurs twice: '-0.125	<s> a'")]
    [InlineData("<s>", "b", "the word <s> is missing")]
    [InlineData("</s>", "b", "the word </s> is missing")]
    public void Open_DamagedText_SaysWhatAndWhere(string old, string damaged, string said)
    {
        using var file = new TempModel(Good.Replace(old, damaged, StringComparison.Ordinal));

        file.Refusal().ShouldContain(said);
    }

    [Fact]
    public void Open_NoUnknownWord_GivesItKenlmsDefault()
    {
        using var file = new TempModel(Good.Replace("ngram 1=4", "ngram 1=3", StringComparison.Ordinal).Replace("-1\t<unk>\n", "", StringComparison.Ordinal));
        using var model = file.Open();

        model.ScoreSentence("b").Log10.ShouldBe(-100 - 0.5 - 1);
    }

    [Fact]
    public void Open_PrunedModel_AddsWhatIsMissingBetween()
    {
        var text = Good.Replace("ngram 2=2", "ngram 2=2\nngram 3=1", StringComparison.Ordinal).Replace("a </s>", "a a\t-0.75", StringComparison.Ordinal)
            .Replace("\\end\\", "\\3-grams:\n-0.0625\ta a </s>\n\n\\end\\", StringComparison.Ordinal);
        using var file = new TempModel(text);
        using var model = file.Open();

        model.ScoreSentence("a a").Log10.ShouldBe(-0.5 - 0.125 - 0.0625);
        model.ScoreSentence("a").Log10.ShouldBe(-0.5 + (-0.25 - 1));
    }

    [Fact]
    public void Open_ContextThatIsMissing_IsRefused()
    {
        var text = Good.Replace("ngram 2=2", "ngram 2=2\nngram 3=1", StringComparison.Ordinal).Replace("\\end\\", "\\3-grams:\n-1\ta a </s>\n\n\\end\\", StringComparison.Ordinal);
        using var file = new TempModel(text);

        file.Refusal().ShouldContain("the context of every 3-gram must be among the 2-grams");
    }

    [Fact]
    public void Open_EveryTruncation_IsRefused()
    {
        for (var length = 0; length < Good.Length - 2; length++)
        {
            using var file = new TempModel(Good[..length]);
            file.Refusal().ShouldStartWith(file.Path);
        }
    }

    [Fact]
    public void Open_GzipCutOff_IsRefused()
    {
        var packed = TempModel.Gzip(TestNgrams.Random(1, 3, words: 200, sentences: 200).ToArpa());
        for (var length = 3; length < packed.Length - 8; length += 97)
        {
            using var file = new TempModel(packed[..length]);
            file.Refusal().ShouldStartWith(file.Path);
        }
    }

    [Fact]
    public void Open_GzipOfSomethingElse_SaysWhat()
    {
        using var file = new TempModel(TempModel.Gzip("hello"));

        file.Refusal().ShouldContain("is gzip-compressed, and what is in it is not a language model");
    }

    [Fact]
    public void Open_LineWithoutEnd_IsRefusedBeforeItFillsTheMemory()
    {
        using var file = new TempModel(TempModel.Gzip(Good + new string('x', 5_000_000)));
        using var endless = new TempModel(TempModel.Gzip(Good.Replace("-2\ta", "-2\t" + new string('x', 5_000_000), StringComparison.Ordinal)));

        file.Open().Dispose();
        endless.Refusal().ShouldContain("cannot be read to its end: line 9 has more than 1048576 bytes");
    }
}
