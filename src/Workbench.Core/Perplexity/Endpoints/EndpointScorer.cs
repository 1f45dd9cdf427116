using System.Collections.Concurrent;
using LlmRec.Workbench.Models;

namespace LlmRec.Workbench.Perplexity.Endpoints;

/// <summary>
/// Scores texts with the token log-probabilities of a model behind an endpoint. Every score is stored as soon as it is there, so that nothing is paid for
/// twice. Tokens are the model's own pieces of words: none is unknown, and the end of the text is not scored.
/// </summary>
internal sealed class EndpointScorer(LogProbabilityClient client, TextScoreStore store, string name) : IPerplexityScorer
{
    // Texts looked up and held at once.
    private const int Portion = 512;

    public string Name => name;

    public async Task<IReadOnlyList<TextScore?>> ScoreAsync(IReadOnlyList<string> texts, IProgress<int>? progress = null, CancellationToken cancellationToken = default)
    {
        var scores = new TextScore?[texts.Count];
        for (var from = 0; from < texts.Count; from += Portion)
        {
            var portion = texts.Skip(from).Take(Portion).Select(ScorableText.Of).ToList();
            var start = from;
            var found = await ScorePortionAsync(portion, new Progress(progress, start), cancellationToken);
            for (var i = 0; i < portion.Count; i++)
            {
                scores[from + i] = portion[i] is { } text ? found[text.Key] : null;
            }

            progress?.Report(from + portion.Count);
        }

        return scores;
    }

    /// <summary>The name under which a model's figures by a method are shown and stored.</summary>
    public static string NameOf(ModelProfile profile, string method) => $"{profile.Model} · {method}";

    private async Task<IReadOnlyDictionary<string, TextScore?>> ScorePortionAsync(
        IReadOnlyList<ScorableText?> portion, Progress progress, CancellationToken cancellationToken)
    {
        var wanted = portion.OfType<ScorableText>().DistinctBy(t => t.Key).ToList();
        var scores = new ConcurrentDictionary<string, TextScore?>(
            await store.ReadAsync(name, [.. wanted.Select(t => t.Key)], cancellationToken), StringComparer.Ordinal);
        await Parallel.ForEachAsync(
            wanted.Where(t => !scores.ContainsKey(t.Key)).ToList(),
            new ParallelOptions { MaxDegreeOfParallelism = client.Profile.Concurrency, CancellationToken = cancellationToken },
            async (text, token) =>
            {
                scores[text.Key] = await ScoreOneAsync(text, token);
                progress.Count();
            });
        return scores;
    }

    private async Task<TextScore?> ScoreOneAsync(ScorableText text, CancellationToken cancellationToken)
    {
        var total = await client.AskAsync(text.Text, cancellationToken);
        var score = total is { Tokens: > 0 } told ? new TextScore(told.Log / Math.Log(10), told.Tokens, 0, 0, text.Characters) : null;
        await store.WriteAsync(name, text.Key, score);
        return score;
    }

    private sealed class Progress(IProgress<int>? inner, int before)
    {
        private int _done;

        public void Count() => inner?.Report(before + Interlocked.Increment(ref _done));
    }
}
