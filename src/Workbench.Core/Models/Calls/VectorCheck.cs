using System.Globalization;
using System.Numerics.Tensors;
using Microsoft.Extensions.AI;

namespace LlmRec.Workbench.Models.Calls;

/// <summary>Turns away vectors that would spoil a set: too few or too many, of another length than those before them, not finite.</summary>
internal sealed class VectorCheck(ModelProfile profile, int? wanted)
{
    private int _length = wanted ?? 0;

    /// <summary>Throws <see cref="ModelCallException"/> naming what is wrong with the answer to <paramref name="texts"/> texts.</summary>
    public void Demand(GeneratedEmbeddings<Embedding<float>> answer, int texts, int attempts)
    {
        if (Problem(answer, texts) is { } problem)
        {
            throw new ModelCallException($"Embedding profile '{profile.Name}': {profile.Endpoint?.Authority} {problem}", attempts, failure: CallFailure.UnreadableAnswer);
        }
    }

    private string? Problem(GeneratedEmbeddings<Embedding<float>> answer, int texts)
    {
        if (answer.Count != texts)
        {
            return Text($"sent {answer.Count} vectors for {texts} texts. Lower {profile.KeyOf(nameof(EmbeddingProfileOptions.BatchSize))}.");
        }

        foreach (var embedding in answer)
        {
            var known = Interlocked.CompareExchange(ref _length, embedding.Vector.Length, 0);
            if (embedding.Vector.Length == 0 || (known != 0 && known != embedding.Vector.Length))
            {
                return Text($"sent a vector of {embedding.Vector.Length} dimensions where {known} were expected. Check {profile.KeyOf(nameof(EmbeddingProfileOptions.Dimensions))} and {profile.KeyOf(nameof(ProviderOptions.Model))}.");
            }

            if (!float.IsFinite(TensorPrimitives.SumOfSquares(embedding.Vector.Span)))
            {
                return $"sent a vector that holds NaN or an infinite value. The model behind {profile.KeyOf(nameof(ProviderOptions.Model))} is broken; look at the server.";
            }
        }

        return null;
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
