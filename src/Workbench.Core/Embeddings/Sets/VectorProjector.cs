using LlmRec.Workbench.Embeddings.Files;

namespace LlmRec.Workbench.Embeddings;

/// <summary>Brings new titles into the space of a finished set: its generator, then its stored transform.</summary>
public sealed class VectorProjector(VectorSets sets, EmbeddingProfiles profiles)
{
    /// <summary>Writes one vector per text, in their order, and returns how many. Throws <see cref="EmbeddingException"/> when the set or its files do not allow it.</summary>
    public async Task<long> ProjectAsync(int number, IAsyncEnumerable<string> texts, string path, CancellationToken cancellationToken = default)
    {
        var set = await sets.DemandFinishedAsync(number, cancellationToken);
        var profile = profiles.Get(set.Generator);
        DemandSameModel(set, profile);
        var whitening = set.TargetDimensions is null ? null : WhiteningFile.Load(Path.Combine(sets.PathOf(number), VectorNames.Whitening)).Whitening;
        using var writer = new NpyWriter(path, whitening?.Dimensions ?? set.Dimensions);
        var generator = profiles.GetGenerator(profile.Name);
        await foreach (var page in texts.Chunk(profile.TextsAtOnce).WithCancellation(cancellationToken))
        {
            foreach (var embedding in await generator.GenerateAsync(page, cancellationToken: cancellationToken))
            {
                writer.Write(Project(set, whitening, embedding.Vector.Span));
            }
        }

        writer.Complete();
        return writer.Rows;
    }

    private static float[] Project(VectorSet set, Whitening? whitening, ReadOnlySpan<float> vector)
    {
        if (vector.Length != set.Dimensions)
        {
            throw new EmbeddingException(
                $"The generator '{set.Generator}' now gives {vector.Length} dimensions; vector set {set.Number} was made with {set.Dimensions}. Create a new set.");
        }

        var result = new float[whitening?.Dimensions ?? vector.Length];
        if (whitening is null)
        {
            vector.CopyTo(result);
        }
        else
        {
            whitening.Transform(vector, result);
        }

        return result;
    }

    // Vectors of two models lie in two spaces even where their lengths agree.
    private static void DemandSameModel(VectorSet set, EmbeddingProfile profile)
    {
        var model = VectorJson.Read(set.Report)?.Model ?? profile.Model;
        if (model != profile.Model)
        {
            throw new EmbeddingException($"Vector set {set.Number} was made with the model '{model}', the generator '{profile.Name}' now uses '{profile.Model}'. Create a new set.");
        }
    }
}
