using System.Globalization;
using CsCheck;
using LlmRec.Workbench.Perplexity;
using LlmRec.Workbench.Perplexity.Kenlm;

namespace LlmRec.Workbench.Tests.Perplexity;

public sealed class LanguageModelTests
{
    private const double Tolerance = 0.0005;

    [Theory]
    [InlineData("small.arpa")]
    [InlineData("small.probing.bin")]
    [InlineData("small.trie.bin")]
    [InlineData("small.quant-trie.bin")]
    [InlineData("small.array-trie.bin")]
    [InlineData("small.quant-array-trie.bin")]
    public void ScoreSentence_EveryKind_AnswersAsKenlm(string file)
    {
        using var model = LanguageModel.Open(SharedData.Find($"perplexity/{file}"));
        var expected = File.ReadLines(SharedData.Find($"perplexity/expected.{file}.tsv")).Skip(1).Select(line => line.Split('\t')).ToList();
        var scores = File.ReadLines(SharedData.Find("perplexity/small.txt")).Select(line => model.ScoreSentence(line)).ToList();

        scores.Select(score => (score.Tokens, score.Oov)).ShouldBe(expected.Select(row => (int.Parse(row[0], CultureInfo.InvariantCulture), int.Parse(row[2], CultureInfo.InvariantCulture))));
        scores.Zip(expected).Max(pair => Math.Abs(pair.First.Log10 - double.Parse(pair.Second[1], CultureInfo.InvariantCulture))).ShouldBeLessThan(Tolerance);
    }

    [Fact]
    public void ScoreSentence_RandomArpa_FollowsTheDefinition() =>
        Gen.Select(Gen.Int, Gen.Int[1, 9], Gen.Bool).Sample(
            (seed, order, isGzip) =>
            {
                var ngrams = TestNgrams.Random(seed, order);
                using var file = isGzip ? new TempModel(TempModel.Gzip(ngrams.ToArpa())) : new TempModel(ngrams.ToArpa());
                Compare(ngrams, file, seed);
            },
            iter: 200);

    [Fact]
    public void ScoreSentence_RandomBinaries_FollowTheDefinition() =>
        Gen.Select(Gen.Int, Gen.Int[2, 8], Gen.Enum<BinaryKind>()).Sample(
            (seed, order, kind) =>
            {
                var ngrams = TestNgrams.Random(seed, order);
                using var file = new TempModel(BinaryModelWriter.Write(ngrams, kind));
                Compare(ngrams, file, seed);
            },
            iter: 200);

    [Fact]
    public void Score_WordByWord_SumsUpToTheSentence()
    {
        using var file = new TempModel(TestNgrams.Random(1, 3).ToArpa());
        using var model = file.Open();
        var state = model.Begin;
        var sum = 0.0;
        foreach (var word in new[] { "词1", "没有", "词2" })
        {
            sum += model.Score(state, model.Find(word), out state);
        }

        (sum + model.Score(state, model.EndOfSentence, out _)).ShouldBe(model.ScoreSentence("词1 没有 词2").Log10, 1e-9);
    }

    [Fact]
    public void Score_WordOutsideTheVocabulary_IsRefused()
    {
        using var file = new TempModel(TestNgrams.Random(1, 3).ToArpa());
        using var model = file.Open();

        Should.Throw<ArgumentOutOfRangeException>(() => model.Score(model.Begin, model.WordBound, out _));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \t ")]
    public void ScoreSentence_NoWords_IsTheEndOfSentenceAlone(string blank)
    {
        var ngrams = TestNgrams.Random(2, 2);
        using var file = new TempModel(ngrams.ToArpa());
        using var model = file.Open();

        model.ScoreSentence(blank).ShouldBe(new SentenceScore((float)ngrams.Score(["<s>"], "</s>"), 1, 0, 0));
    }

    [Fact]
    public void ScoreSentence_UnknownWords_AreCountedWithTheirShare()
    {
        var ngrams = TestNgrams.Random(3, 3);
        using var file = new TempModel(ngrams.ToArpa());
        using var model = file.Open();
        var score = model.ScoreSentence("词1 没有 也没有");

        (score.Tokens, score.Oov).ShouldBe((4, 2));
        score.OovLog10.ShouldBe(ngrams.Score(["<s>", "词1"], "<unk>") + ngrams.Score(["词1", "<unk>"], "<unk>"), 1e-5);
        score.Perplexity.ShouldBe(Math.Pow(10, -score.Log10 / 4));
    }

    [Fact]
    public void ScoreSentence_AsWordsOrBytesOrText_IsTheSame()
    {
        using var file = new TempModel(TestNgrams.Random(4, 3).ToArpa());
        using var model = file.Open();
        string[] words = ["词1", "词2", "词3"];

        model.ScoreSentence(words).ShouldBe(model.ScoreSentence("词1  词2\t词3 "));
        model.ScoreSentence("词1 词2 词3"u8).ShouldBe(model.ScoreSentence(words));
    }

    [Theory]
    [InlineData(nameof(BinaryKind.Probing))]
    [InlineData(nameof(BinaryKind.Trie))]
    public void ReadWords_Binary_GivesEveryWordAtItsNumber(string kind)
    {
        using var file = new TempModel(BinaryModelWriter.Write(TestNgrams.Random(5, 3), Enum.Parse<BinaryKind>(kind)));
        using var model = file.Open();
        var words = model.ReadWords().ToList();

        words.Count.ShouldBe((int)model.WordBound);
        words.Index().ShouldAllBe(pair => model.Find(pair.Item) == pair.Index);
    }

    [Fact]
    public void ReadWords_Arpa_GivesEveryWordAtItsNumber()
    {
        using var file = new TempModel(TestNgrams.Random(5, 3).ToArpa());
        using var model = file.Open();

        model.ReadWords().Index().ShouldAllBe(pair => model.Find(pair.Item) == pair.Index);
        model.ReadWords().Count().ShouldBe((int)model.WordBound);
    }

    [Fact]
    public void Score_ClosedModel_SaysSo()
    {
        using var file = new TempModel(TestNgrams.Random(6, 2).ToArpa());
        var model = file.Open();
        model.Dispose();
        model.Dispose();

        Should.Throw<ObjectDisposedException>(() => model.ScoreSentence("词1"));
        Should.Throw<ObjectDisposedException>(() => model.Find("词1"));
    }

    private static void Compare(TestNgrams ngrams, TempModel file, int seed)
    {
        using var model = file.Open();
        var random = new Random(seed);
        for (var i = 0; i < 10; i++)
        {
            var words = TestNgrams.Sentence(random, 12, known: false);
            model.ScoreSentence(words).Log10.ShouldBe(ngrams.ScoreSentence(words), 1e-4);
        }
    }
}
