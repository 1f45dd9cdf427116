using Microsoft.Extensions.AI;
using OpenAI.Embeddings;

namespace LlmRec.Workbench.Models.Calls;

/// <summary>The provider's client, made at the first call. Vectors are put in the order of their texts by the index that each carries, whatever order the server sends.</summary>
internal sealed class ProviderEmbeddingGenerator(ModelProfile profile, EmbeddingProfileOptions settings) : IEmbeddingGenerator<string, Embedding<float>>
{
    private readonly Lazy<EmbeddingClient> _client = new(() => ProviderConnection.OpenEmbeddings(profile, settings), LazyThreadSafetyMode.PublicationOnly);

    public async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values, Microsoft.Extensions.AI.EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        var request = new OpenAI.Embeddings.EmbeddingGenerationOptions { Dimensions = options?.Dimensions ?? settings.Dimensions };
        OpenAIEmbeddingCollection answer = await _client.Value.GenerateEmbeddingsAsync(values, request, cancellationToken);
        return new GeneratedEmbeddings<Embedding<float>>(answer.OrderBy(e => e.Index).Select(e => new Embedding<float>(e.ToFloats()) { ModelId = answer.Model }))
        {
            Usage = new UsageDetails { InputTokenCount = answer.Usage?.InputTokenCount ?? 0, TotalTokenCount = answer.Usage?.TotalTokenCount ?? 0 },
        };
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => serviceKey is not null ? null
        : serviceType == typeof(EmbeddingGeneratorMetadata) ? new EmbeddingGeneratorMetadata(profile.Kind, profile.Endpoint, profile.Model, settings.Dimensions)
        : serviceType.IsInstanceOfType(this) ? this
        : null;

    public void Dispose()
    {
    }
}
