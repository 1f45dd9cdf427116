using Microsoft.Extensions.AI;

namespace LlmRec.Workbench.Embeddings.Caching;

/// <summary>
/// Takes from the cache what is there and asks the inner generator once for each of the other texts. What it does not get there is kept by a
/// <see cref="KeepingEmbeddingGenerator"/> further in, request by request, so that a failure or a cancellation loses nothing that is paid.
/// </summary>
/// <param name="inner">The whole pipeline of the model.</param>
/// <param name="cache">Where vectors are kept.</param>
/// <param name="model">The model's identity; asked at every call, so it should be known after the first.</param>
internal sealed class CachedEmbeddingGenerator(IEmbeddingGenerator<string, Embedding<float>> inner, EmbeddingCache cache, Func<string> model)
    : DelegatingEmbeddingGenerator<string, Embedding<float>>(inner)
{
    /// <summary>What the vectors are kept under besides their texts.</summary>
    public Func<string> Model { get; } = model;

    /// <summary>The vectors that are in the cache, by text.</summary>
    public Task<Dictionary<string, ReadOnlyMemory<float>>> ReadAsync(IEnumerable<string> texts, CancellationToken cancellationToken) => cache.ReadAsync(Model(), texts, cancellationToken);

    public override async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        var texts = values.ToList();
        if (options is not null)
        {
            return await base.GenerateAsync(texts, options, cancellationToken);
        }

        var identity = Model();
        var vectors = await cache.ReadAsync(identity, texts, cancellationToken);
        var missing = texts.Where(text => !vectors.ContainsKey(text)).Distinct(StringComparer.Ordinal).ToList();
        var usage = missing.Count == 0 ? new UsageDetails { InputTokenCount = 0, TotalTokenCount = 0 } : await AskAsync(missing, vectors, cancellationToken);
        if (vectors.Values.Select(vector => vector.Length).Distinct().Skip(1).Any())
        {
            // Another model answers under the name: what was kept is not comparable with what it says now.
            usage = await AskAsync([.. texts.Distinct(StringComparer.Ordinal)], vectors, cancellationToken);
        }

        return new GeneratedEmbeddings<Embedding<float>>(texts.Select(text => new Embedding<float>(vectors[text]))) { Usage = usage };
    }

    private async Task<UsageDetails?> AskAsync(List<string> texts, Dictionary<string, ReadOnlyMemory<float>> vectors, CancellationToken cancellationToken)
    {
        var answer = await base.GenerateAsync(texts, null, cancellationToken);
        foreach (var (text, embedding) in texts.Zip(answer))
        {
            vectors[text] = embedding.Vector;
        }

        return answer.Usage;
    }
}
