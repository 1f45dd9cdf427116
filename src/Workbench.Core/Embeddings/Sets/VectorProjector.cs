using LlmRec.Workbench.Embeddings.Files;

namespace LlmRec.Workbench.Embeddings;

/// <summary>Brings new titles into the space of finished vectors: their generator, then their stored transform.</summary>
public sealed class VectorProjector(VectorSets sets, EmbeddingProfiles profiles)
{
    /// <summary>Projects into the space of a finished set; otherwise as the other.</summary>
    public async Task<long> ProjectAsync(int number, IAsyncEnumerable<string> texts, string path, CancellationToken cancellationToken = default)
    {
        var set = await sets.DemandFinishedAsync(number, cancellationToken);
        var whitening = set.TargetDimensions is null ? null : Path.Combine(sets.PathOf(number), VectorNames.Whitening);
        var space = new VectorSpace($"vector set {number}", set.Generator, VectorJson.Read(set.Report)?.Model, set.Dimensions, whitening);
        return await ProjectAsync(space, texts, path, cancellationToken);
    }

    /// <summary>
    /// Writes one vector per text, in their order, and returns how many. Throws <see cref="EmbeddingException"/> when the generator or the files do not allow it.
    /// </summary>
    public async Task<long> ProjectAsync(VectorSpace space, IAsyncEnumerable<string> texts, string path, CancellationToken cancellationToken = default)
    {
        var profile = profiles.Get(space.Generator);
        DemandSameModel(space, profile);
        var whitening = space.Whitening is null ? null : WhiteningFile.Load(space.Whitening).Whitening;
        using var writer = new NpyWriter(path, whitening?.Dimensions ?? space.Dimensions);
        var generator = profiles.GetGenerator(profile.Name);
        await foreach (var page in texts.Chunk(profile.TextsAtOnce).WithCancellation(cancellationToken))
        {
            foreach (var embedding in await generator.GenerateAsync(page, cancellationToken: cancellationToken))
            {
                writer.Write(Project(space, whitening, embedding.Vector.Span));
            }
        }

        writer.Complete();
        return writer.Rows;
    }

    private static float[] Project(VectorSpace space, Whitening? whitening, ReadOnlySpan<float> vector)
    {
        if (vector.Length != space.Dimensions)
        {
            throw new EmbeddingException(
                $"The generator '{space.Generator}' now gives {vector.Length} dimensions; {space.Name} was made with {space.Dimensions}. Create a new set.");
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
    private static void DemandSameModel(VectorSpace space, EmbeddingProfile profile)
    {
        if (space.Model is { } model && model != profile.Model)
        {
            throw new EmbeddingException(
                $"The vectors of {space.Name} were made with the model '{model}', the generator '{profile.Name}' now uses '{profile.Model}'. Create a new set.");
        }
    }
}
