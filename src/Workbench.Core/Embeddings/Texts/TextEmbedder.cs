using LlmRec.Workbench.Embeddings.Caching;
using Microsoft.Extensions.Logging;

namespace LlmRec.Workbench.Embeddings.Texts;

/// <summary>
/// Embeds many short texts where each may fail for itself: what a generator refuses or cannot give leaves a reason, the others have their vectors. Texts that are in the cache cost
/// nothing; the rest is asked in requests of the profile's size, as many at once as it allows.
/// </summary>
public sealed class TextEmbedder(EmbeddingProfiles profiles, ILogger<TextEmbedder> logger)
{
    /// <summary>Characters of a text that are sent: names of goods are shorter, and a model cuts off what is longer anyway.</summary>
    public const int MaxLength = 256;

    private static readonly TimeSpan LogEvery = TimeSpan.FromSeconds(5);

    /// <summary>Embeds each distinct text once. Only cancellation and an unknown profile throw.</summary>
    public async Task<EmbeddedTexts> EmbedAsync(string profile, IEnumerable<string> texts, CancellationToken cancellationToken = default)
    {
        var chosen = profiles.Get(profile);
        var byClean = texts.Distinct(StringComparer.Ordinal).Select(text => (Text: text, Clean: Clean(text))).Where(t => t.Clean.Length > 0).ToLookup(t => t.Clean, t => t.Text);
        var generator = profiles.GetGenerator(chosen.Name);
        var requests = new TextRequests(generator);
        var known = await ReadKnownAsync(generator, [.. byClean.Select(t => t.Key)], requests, cancellationToken);
        var missing = byClean.Select(t => t.Key).Where(text => !known.ContainsKey(text) && !requests.Errors.ContainsKey(text)).ToList();
        if (missing.Count > 0)
        {
            await AskAsync(requests, chosen, missing, cancellationToken);
        }

        return new EmbeddedTexts(Spread(known.Concat(requests.Vectors), byClean), Spread(requests.Errors, byClean));
    }

    /// <summary>The vectors that are in the cache; nothing is asked of the model.</summary>
    public async Task<IReadOnlyDictionary<string, ReadOnlyMemory<float>>> ReadAsync(string profile, IEnumerable<string> texts, CancellationToken cancellationToken = default)
    {
        var byClean = texts.Distinct(StringComparer.Ordinal).Select(text => (Text: text, Clean: Clean(text))).Where(t => t.Clean.Length > 0).ToLookup(t => t.Clean, t => t.Text);
        var generator = profiles.GetGenerator(profile);
        var requests = new TextRequests(generator);
        return generator is CachedEmbeddingGenerator ? Spread(await ReadKnownAsync(generator, [.. byClean.Select(t => t.Key)], requests, cancellationToken), byClean)
            : (await EmbedAsync(profile, byClean.SelectMany(t => t), cancellationToken)).Vectors;
    }

    /// <summary>What is sent of a text: its words on one line, cut to <see cref="MaxLength"/>; empty where it has neither letter nor digit.</summary>
    internal static string Clean(string text)
    {
        if (!text.Any(char.IsLetterOrDigit))
        {
            return "";
        }

        var line = string.Join(' ', new string([.. text.Select(c => char.IsControl(c) ? ' ' : c)]).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var end = Math.Min(line.Length, MaxLength);
        return line[..(end > 0 && char.IsHighSurrogate(line[end - 1]) ? end - 1 : end)];
    }

    private static async Task<Dictionary<string, ReadOnlyMemory<float>>> ReadKnownAsync(
        object generator, IReadOnlyList<string> texts, TextRequests requests, CancellationToken cancellationToken)
    {
        try
        {
            return generator is CachedEmbeddingGenerator cached ? await cached.ReadAsync(texts, cancellationToken) : [];
        }
        catch (EmbeddingException error)
        {
            // A folder that cannot be read has no identity either.
            requests.FailAll(texts, error.Message);
            return [];
        }
    }

    private async Task AskAsync(TextRequests requests, EmbeddingProfile profile, List<string> missing, CancellationToken cancellationToken)
    {
        var (clock, lastLog, done) = (System.Diagnostics.Stopwatch.StartNew(), TimeSpan.Zero, 0);
        var options = new ParallelOptions { MaxDegreeOfParallelism = profile.Concurrency, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(missing.Chunk(profile.BatchSize), options, async (chunk, stop) =>
        {
            await requests.AskAsync(chunk, stop);
            var sofar = Interlocked.Add(ref done, chunk.Length);
            if (clock.Elapsed - lastLog > LogEvery)
            {
                lastLog = clock.Elapsed;
                logger.LogInformation("Embedding with {Profile}: {Done} of {Count} texts.", profile.Name, sofar, missing.Count);
            }
        });
        logger.LogInformation("Embedded {Count} texts with {Profile} in {Seconds:F1} s; {Failed} failed.", missing.Count, profile.Name, clock.Elapsed.TotalSeconds, requests.Errors.Count);
    }

    private static Dictionary<string, T> Spread<T>(IEnumerable<KeyValuePair<string, T>> byClean, ILookup<string, string> texts) =>
        byClean.SelectMany(known => texts[known.Key].Select(text => (text, known.Value))).ToDictionary(t => t.text, t => t.Value, StringComparer.Ordinal);
}
