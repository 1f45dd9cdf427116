using CsCheck;
using LlmRec.Workbench.Perplexity;

namespace LlmRec.Workbench.Tests.Perplexity;

/// <summary>No other way to cut a text into the model's words is more probable: every way is tried on short texts over made-up models.</summary>
public sealed class SegmenterPropertyTests
{
    private const string Letters = "甲乙丙";
    private const double Tolerance = 1e-4;

    private static readonly Gen<string> Word = Gen.Char[Letters].Array[1, 4].Select(w => new string(w));
    private static readonly Gen<string> Text = Gen.Char[Letters + "丁"].Array[1, 9].Select(t => new string(t));
    private static readonly Gen<double> Log10 = Gen.Double[-6, -0.5];

    private static readonly Gen<(Dictionary<string, double> Words, Dictionary<(string, string), double> Pairs)> Models =
        from words in Gen.Dictionary(Word, Log10)[3, 14]
        let all = words.Keys.Append("<s>").ToArray()
        from pairs in Gen.Dictionary(Gen.Select(OneOf(all), OneOf([.. words.Keys])), Log10)[1, 12]
        select (words, pairs);

    [Fact]
    public void Segment_ShortText_IsAsProbableAsTheBestOfAllCuts() =>
        Gen.Select(Models, Text.Array[8]).Sample((made, texts) =>
        {
            using var file = TestModel.Create(made.Words, made.Pairs);
            using var model = file.Open();
            var sut = new Segmenter(model);
            foreach (var text in texts)
            {
                Log(model, sut.Segment(text)).ShouldBe(Cuts(model, text).Max(cut => Log(model, cut)), Tolerance, text);
            }
        }, iter: 60);

    [Fact]
    public void Score_AnyText_IsThatOfItsWords() =>
        Gen.Select(Models, Gen.String[Gen.Char, 0, 40].Array[6]).Sample((made, texts) =>
        {
            using var file = TestModel.Create(made.Words, made.Pairs);
            using var model = file.Open();
            foreach (var text in texts)
            {
                var words = new Segmenter(model).Segment(text);
                var score = new KenlmScorer(model).Score(text);
                var expected = model.ScoreSentence([.. words]);

                (score?.Tokens ?? 1).ShouldBe(expected.Tokens);
                (score?.OovTokens ?? 0).ShouldBe(expected.Oov);
                (score?.Log10 ?? expected.Log10).ShouldBe(expected.Log10, Tolerance);
                (score?.OovLog10 ?? 0).ShouldBe(expected.OovLog10, Tolerance);
            }
        }, iter: 60);

    private static Gen<string> OneOf(string[] words) => Gen.Int[0, words.Length - 1].Select(i => words[i]);

    private static double Log(LanguageModel model, IReadOnlyList<string> words) => model.ScoreSentence([.. words]).Log10;

    private static IEnumerable<IReadOnlyList<string>> Cuts(LanguageModel model, string text)
    {
        if (text.Length == 0)
        {
            yield return [];
        }

        for (var length = 1; length <= text.Length; length++)
        {
            if (length == 1 || model.Knows(text.AsSpan(0, length)))
            {
                foreach (var rest in Cuts(model, text[length..]))
                {
                    yield return [text[..length], .. rest];
                }
            }
        }
    }
}
