using System.Collections.Concurrent;

namespace LlmRec.Workbench.Perplexity;

/// <summary>Scores texts with a KenLM model, cut into the model's own words; the end of the sentence counts as a token.</summary>
public sealed class KenlmScorer(LanguageModel model, string name) : IPerplexityScorer
{
    // Large enough that handing out work costs nothing, small enough that progress moves and the last core is not waited for.
    private const int TextsAtOnce = 64;

    private readonly Segmenter _segmenter = new(model);

    /// <summary>A scorer named after the model's file.</summary>
    public KenlmScorer(LanguageModel model)
        : this(model, Path.GetFileName(model.Path))
    {
    }

    public string Name => name;

    internal LanguageModel Model => model;

    /// <summary>The score of one text; null when there is nothing to score.</summary>
    public TextScore? Score(string text) => _segmenter.Score(text);

    /// <summary>The text cut into the model's words.</summary>
    public IReadOnlyList<string> Words(string text) => _segmenter.Segment(text);

    /// <summary>What every word costs, the end of the sentence last: together the <see cref="TextScore.Log10"/> of the text. None when there is nothing to score.</summary>
    public IReadOnlyList<WordScore> ScoreWords(string text) => _segmenter.ScoreWords(text);

    /// <summary>Scores on all cores.</summary>
    public Task<IReadOnlyList<TextScore?>> ScoreAsync(IReadOnlyList<string> texts, IProgress<int>? progress = null, CancellationToken cancellationToken = default) =>
        Task.Run<IReadOnlyList<TextScore?>>(() => ScoreAll(texts, progress, cancellationToken), cancellationToken);

    private TextScore?[] ScoreAll(IReadOnlyList<string> texts, IProgress<int>? progress, CancellationToken cancellationToken)
    {
        var scores = new TextScore?[texts.Count];
        var done = 0;
        if (texts.Count > 0)
        {
            Parallel.ForEach(
                Partitioner.Create(0, texts.Count, TextsAtOnce),
                new ParallelOptions { CancellationToken = cancellationToken, MaxDegreeOfParallelism = Environment.ProcessorCount },
                range =>
                {
                    for (var i = range.Item1; i < range.Item2; i++)
                    {
                        cancellationToken.ThrowIfCancellationRequested();
                        scores[i] = Score(texts[i]);
                    }

                    progress?.Report(Interlocked.Add(ref done, range.Item2 - range.Item1));
                });
        }

        return scores;
    }
}
