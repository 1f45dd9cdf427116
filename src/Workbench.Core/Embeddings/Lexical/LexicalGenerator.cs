using System.Numerics.Tensors;
using Microsoft.Extensions.AI;

namespace LlmRec.Workbench.Embeddings.Lexical;

/// <summary>
/// Vectors from the letters alone: character n-grams, hashed with a sign into a fixed number of places (feature hashing, Weinberger et al. 2009, arXiv:0902.2206), each weighted
/// by 1 + ln(count) and its length, then scaled to length 1. Needs no model and no network, learns nothing and gives the same vector for the same text on every
/// machine; texts are alike when they share characters, not when they mean the same. A text without letters or digits gets the zero vector.
/// </summary>
public sealed class LexicalGenerator : IEmbeddingGenerator<string, Embedding<float>>
{
    public const int Dimensions = 512;
    public const string ModelName = "lexical-512-v1";

    public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        var result = new GeneratedEmbeddings<Embedding<float>>();
        foreach (var text in values)
        {
            cancellationToken.ThrowIfCancellationRequested();
            result.Add(new Embedding<float>(Embed(text)) { ModelId = ModelName });
        }

        return Task.FromResult(result);
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => serviceKey is not null ? null
        : serviceType == typeof(EmbeddingGeneratorMetadata) ? new EmbeddingGeneratorMetadata(EmbeddingProfile.LexicalName, null, ModelName, Dimensions)
        : serviceType.IsInstanceOfType(this) ? this
        : null;

    public void Dispose()
    {
    }

    /// <summary><see cref="Dimensions"/> values of Euclidean length 1, or all 0.</summary>
    internal static float[] Embed(string text)
    {
        var vector = new float[Dimensions];
        foreach (var (hash, gram) in CharacterGrams.Count(text))
        {
            // The lowest bits choose the place, the highest one the sign, so that grams that share a place cancel out on average.
            var weight = (1 + MathF.Log(gram.Count)) * gram.Weight;
            vector[hash % Dimensions] += (hash & (1UL << 63)) == 0 ? weight : -weight;
        }

        var length = TensorPrimitives.Norm<float>(vector);
        if (length > 0)
        {
            TensorPrimitives.Divide(vector, length, vector);
        }

        return vector;
    }
}
