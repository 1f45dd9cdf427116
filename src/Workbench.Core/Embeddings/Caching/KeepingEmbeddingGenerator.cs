using Microsoft.Extensions.AI;

namespace LlmRec.Workbench.Embeddings.Caching;

/// <summary>Keeps every answer in the cache before it is handed on.</summary>
internal sealed class KeepingEmbeddingGenerator(IEmbeddingGenerator<string, Embedding<float>> inner, EmbeddingCache cache, Func<string> model)
    : DelegatingEmbeddingGenerator<string, Embedding<float>>(inner)
{
    public override async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        var texts = values.ToList();
        var answer = await base.GenerateAsync(texts, options, cancellationToken);
        if (options is null)
        {
            await cache.WriteAsync(model(), texts.Zip(answer).DistinctBy(pair => pair.First).ToDictionary(pair => pair.First, pair => pair.Second.Vector, StringComparer.Ordinal));
        }

        return answer;
    }
}
