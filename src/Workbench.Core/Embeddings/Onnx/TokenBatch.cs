using System.Numerics.Tensors;

namespace LlmRec.Workbench.Embeddings.Onnx;

/// <summary>Texts' tokens side by side, filled up to the longest: what a model takes, and how its vectors per token become one per text.</summary>
internal sealed class TokenBatch
{
    private readonly IReadOnlyList<IReadOnlyList<int>> _texts;

    public TokenBatch(IReadOnlyList<IReadOnlyList<int>> texts, int paddingId)
    {
        (_texts, Length) = (texts, texts.Max(t => t.Count));
        (Ids, Mask) = (new long[Count * Length], new long[Count * Length]);
        Array.Fill(Ids, paddingId);
        for (var text = 0; text < Count; text++)
        {
            for (var token = 0; token < texts[text].Count; token++)
            {
                Ids[(text * Length) + token] = texts[text][token];
                Mask[(text * Length) + token] = 1;
            }
        }
    }

    public int Count => _texts.Count;

    /// <summary>Tokens of the longest text.</summary>
    public int Length { get; }

    public long[] Ids { get; }

    /// <summary>1 for tokens, 0 for padding.</summary>
    public long[] Mask { get; }

    public long[] Shape => [Count, Length];

    /// <summary>One vector per text out of <paramref name="values"/>, which are texts × tokens × <paramref name="dimensions"/>.</summary>
    public float[][] Pool(ReadOnlySpan<float> values, int dimensions, OnnxPooling pooling)
    {
        var vectors = new float[Count][];
        for (var text = 0; text < Count; text++)
        {
            var tokens = values.Slice(text * Length * dimensions, Length * dimensions);
            vectors[text] = pooling == OnnxPooling.Cls ? tokens[..dimensions].ToArray() : Mean(tokens, dimensions, _texts[text].Count);
        }

        return vectors;
    }

    private static float[] Mean(ReadOnlySpan<float> tokens, int dimensions, int count)
    {
        var mean = new float[dimensions];
        for (var token = 0; token < count; token++)
        {
            TensorPrimitives.Add(mean, tokens.Slice(token * dimensions, dimensions), mean);
        }

        TensorPrimitives.Divide(mean, count, mean);
        return mean;
    }
}
