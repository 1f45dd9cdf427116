using System.Globalization;
using System.Text;
using LlmRec.Workbench.Perplexity;

namespace LlmRec.Workbench.Web.Cli;

/// <summary>The rows that the command perplexity prints: one for each line of the text, in order; a line without anything to score has no tokens.</summary>
internal sealed class PerplexityOutput : IAsyncDisposable
{
    private const int LongestLine = 1 << 26;
    private const int LinesAtOnce = 4096;

    private readonly StreamWriter _output = new(Console.OpenStandardOutput(), new UTF8Encoding(false), 1 << 16);

    public PerplexityOutput() => _output.Write("tokens\tlog10_prob\toov\tperplexity\n");

    /// <summary>Scores lines whose words are separated by blanks.</summary>
    public Task ScoreWordsAsync(LanguageModel model, Stream text, CancellationToken stop)
    {
        var lines = new Utf8Lines(text, LongestLine);
        while (lines.TryRead(out var line))
        {
            stop.ThrowIfCancellationRequested();
            var score = model.ScoreSentence(line);
            Write(score.Tokens, score.Log10, score.Oov, score.Perplexity);
        }

        return Task.CompletedTask;
    }

    /// <summary>Scores lines of plain text. Bytes that are no UTF-8 count as unknown characters.</summary>
    public async Task ScoreTextAsync(IPerplexityScorer scorer, Stream text, CancellationToken stop)
    {
        var lines = new Utf8Lines(text, LongestLine);
        while (ReadSome(lines) is { Count: > 0 } some)
        {
            foreach (var score in await scorer.ScoreAsync(some, progress: null, stop))
            {
                Write(score?.Tokens ?? 0, score?.Log10 ?? 0, score?.OovTokens ?? 0, score?.PerToken ?? double.NaN);
            }
        }
    }

    public ValueTask DisposeAsync() => _output.DisposeAsync();

    private static List<string> ReadSome(Utf8Lines lines)
    {
        var some = new List<string>();
        while (some.Count < LinesAtOnce && lines.TryRead(out var line))
        {
            some.Add(Encoding.UTF8.GetString(line));
        }

        return some;
    }

    private void Write(int tokens, double log10, int oov, double perplexity) =>
        _output.Write(string.Create(CultureInfo.InvariantCulture, $"{tokens}\t{log10:F6}\t{oov}\t{perplexity:F4}\n"));
}
