using LlmRec.Workbench.Perplexity;

namespace LlmRec.Workbench.Tests.Perplexity;

public sealed class KenlmScorerTests : IDisposable
{
    private readonly TestModel _file = TestModel.Of("白色", "的", "鞋");
    private readonly LanguageModel _model;
    private readonly KenlmScorer _sut;

    public KenlmScorerTests()
    {
        _model = _file.Open();
        _sut = new KenlmScorer(_model);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _model.Dispose();
        _file.Dispose();
    }

    [Fact]
    public void Name_OfAFile_IsTheFiles() => _sut.Name.ShouldBe("test.arpa");

    [Fact]
    public void Score_KnownAndUnknownWords_AreCountedApart()
    {
        var score = _sut.Score("白色 的 帽!")!;

        (score.Tokens, score.OovTokens, score.Characters).ShouldBe((5, 2, 5));
        score.OovLog10.ShouldBe(-12.1, 0.001);
        score.Log10.ShouldBe(-0.1 - 3 - 0.1 - 3 - 12.1 - 1.5, 0.001);
        score.PerTokenWithoutOov.ShouldBe(Math.Pow(10, 7.7 / 3), 0.5);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  \u200b\n")]
    public void Score_NothingToSee_IsNull(string text) => _sut.Score(text).ShouldBeNull();

    [Fact]
    public void ScoreWords_KnownAndUnknown_SayWhatEachCosts()
    {
        var words = _sut.ScoreWords("白色 的 帽!");

        words.Select(word => (word.Word, word.IsUnknown)).ShouldBe([("白色", false), ("的", false), ("帽", true), ("!", true), (null, false)]);
        words[0].Log10.ShouldBe(-3.1, 0.001);
        words[2].Log10.ShouldBe(-6.1, 0.001);
    }

    [Theory]
    [InlineData("白色的鞋")]
    [InlineData("没见过 ABC 的 3.5cm 鞋!")]
    public void ScoreWords_AnyText_AddUpToItsScore(string text)
    {
        var (words, score) = (_sut.ScoreWords(text), _sut.Score(text)!);

        (words.Count, words.Count(word => word.IsUnknown)).ShouldBe((score.Tokens, score.OovTokens));
        words.Sum(word => word.Log10).ShouldBe(score.Log10, 1e-9);
        words.SkipLast(1).Select(word => word.Word).ShouldBe(_sut.Words(text));
    }

    [Fact]
    public void ScoreWords_NothingToSee_IsEmpty() => _sut.ScoreWords(" \n").ShouldBeEmpty();

    [Fact]
    public async Task ScoreAsync_ManyTexts_AnswersInOrderAndCountsToTheEnd()
    {
        var texts = Enumerable.Range(0, 1000).Select(i => i % 10 == 0 ? "" : string.Concat(Enumerable.Repeat("鞋", i % 10))).ToList();
        var done = new List<int>();

        var scores = await _sut.ScoreAsync(texts, new Recorder(done), Token);

        scores.ShouldBe(texts.Select(_sut.Score));
        done.Max().ShouldBe(1000);
    }

    [Fact]
    public async Task ScoreAsync_NoTexts_IsEmpty() => (await _sut.ScoreAsync([], null, Token)).ShouldBeEmpty();

    [Fact]
    public async Task ScoreAsync_Cancelled_Ends()
    {
        using var cancel = new CancellationTokenSource();
        var texts = Enumerable.Repeat("白色的鞋", 100_000).ToList();

        await Should.ThrowAsync<OperationCanceledException>(() => _sut.ScoreAsync(texts, new Canceller(cancel), cancel.Token));
    }

    private sealed class Recorder(List<int> done) : IProgress<int>
    {
        public void Report(int value)
        {
            lock (done)
            {
                done.Add(value);
            }
        }
    }

    private sealed class Canceller(CancellationTokenSource cancel) : IProgress<int>
    {
        public void Report(int value) => cancel.Cancel();
    }
}
