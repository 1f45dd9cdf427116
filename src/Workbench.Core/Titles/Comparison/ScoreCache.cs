using LlmRec.Workbench.Perplexity;
using Microsoft.Extensions.Caching.Memory;

namespace LlmRec.Workbench.Titles.Comparison;

/// <summary>Keeps the scores of texts that were measured lately, so that another seed, page or download measures only what is new.</summary>
public sealed class ScoreCache : IDisposable
{
    // About 60 MB of titles.
    private const int Capacity = 200_000;
    private const int LettersPerUnit = 64;

    private readonly MemoryCache _scores = new(new MemoryCacheOptions { SizeLimit = Capacity });

    /// <summary>One score per text, in order; null where the scorer cannot score a text.</summary>
    public async Task<IReadOnlyList<TextScore?>> ScoreAsync(IPerplexityScorer scorer, IReadOnlyList<string> texts, CancellationToken cancellationToken = default)
    {
        var known = new Dictionary<string, TextScore?>();
        var missing = new List<string>();
        foreach (var text in texts.Distinct())
        {
            if (_scores.TryGetValue((scorer.Name, text), out TextScore? score))
            {
                known[text] = score;
            }
            else
            {
                missing.Add(text);
            }
        }

        var fresh = missing.Count == 0 ? [] : await scorer.ScoreAsync(missing, progress: null, cancellationToken);
        for (var i = 0; i < missing.Count; i++)
        {
            known[missing[i]] = fresh[i];
            if (scorer is Memory)
            {
                continue;
            }

            _scores.Set((scorer.Name, missing[i]), fresh[i], new MemoryCacheEntryOptions { Size = 1 + (missing[i].Length / LettersPerUnit) });
        }

        return [.. texts.Select(text => known[text])];
    }

    /// <summary>
    /// A scorer of the same name that measures nothing: it knows what was measured lately and gives null for the rest. For places that must not cause calls.
    /// </summary>
    public IPerplexityScorer Remembered(string scorerName) => new Memory(_scores, scorerName);

    public void Dispose() => _scores.Dispose();

    private sealed class Memory(MemoryCache scores, string name) : IPerplexityScorer
    {
        public string Name => name;

        public Task<IReadOnlyList<TextScore?>> ScoreAsync(IReadOnlyList<string> texts, IProgress<int>? progress = null, CancellationToken cancellationToken = default) =>
            Task.FromResult<IReadOnlyList<TextScore?>>([.. texts.Select(text => scores.Get<TextScore>((name, text)))]);
    }
}
