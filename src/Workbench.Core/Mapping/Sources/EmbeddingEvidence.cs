using LlmRec.Workbench.Catalog;
using LlmRec.Workbench.Embeddings;
using LlmRec.Workbench.Embeddings.Texts;
using LlmRec.Workbench.Models;
using Microsoft.Extensions.Logging;

namespace LlmRec.Workbench.Mapping.Sources;

/// <summary>
/// Makes an <see cref="EmbeddingSource"/> for a batch of texts: the tree's names are embedded once per tree and generator, the texts in requests of many. What cannot be embedded
/// has a reason: a text that was not looked at is not a text without a category.
/// </summary>
public sealed class EmbeddingEvidence(TextEmbedder embedder, ILogger<EmbeddingEvidence> logger) : IDisposable
{
    private const int Nearest = 50;

    // So few refused names (a content filter does not like some goods) do not spoil the rest of the tree.
    private const double RefusedShare = 0.01;

    private readonly SemaphoreSlim _embedding = new(1, 1);
    private volatile Prepared? _kept;

    public void Dispose() => _embedding.Dispose();

    /// <param name="categories">The active categories of the tree, in its order; the same object while the tree stays the same.</param>
    /// <param name="profile">The embedding generator.</param>
    /// <param name="texts">Any texts.</param>
    /// <param name="ask">Whether the model may be asked; otherwise only what is in the cache counts and nothing fails.</param>
    /// <param name="cancellationToken">Stops; what has been paid is kept.</param>
    internal async Task<PreparedEmbeddings> PrepareAsync(
        IReadOnlyList<Category> categories, string profile, IReadOnlyList<string> texts, bool ask, CancellationToken cancellationToken)
    {
        try
        {
            var tree = await GetTreeAsync(categories, profile, ask, cancellationToken);
            var embedded = ask ? await embedder.EmbedAsync(profile, texts, cancellationToken)
                : new EmbeddedTexts(await embedder.ReadAsync(profile, texts, cancellationToken), new Dictionary<string, string>());
            var known = embedded.Vectors.ToList();
            var found = tree.FindNearest([.. known.Select(k => k.Value)], Nearest, cancellationToken);
            return new PreparedEmbeddings(
                new EmbeddingSource(known.Zip(found).ToDictionary(k => k.First.Key, k => k.Second, StringComparer.Ordinal)),
                embedded.Errors.ToDictionary(e => e.Key, e => $"The text could not be embedded. {e.Value}", StringComparer.Ordinal));
        }
        catch (Exception error) when (error is EmbeddingException or ModelNotFoundException)
        {
            var errors = ask ? texts.Distinct(StringComparer.Ordinal).ToDictionary(text => text, _ => error.Message, StringComparer.Ordinal) : [];
            return new PreparedEmbeddings(new EmbeddingSource(new Dictionary<string, IReadOnlyList<(int, double)>>()), errors);
        }
    }

    private async Task<CategoryVectors> GetTreeAsync(IReadOnlyList<Category> categories, string profile, bool ask, CancellationToken cancellationToken)
    {
        if (Find(categories, profile) is { } known)
        {
            return known;
        }

        if (!ask)
        {
            return new CategoryVectors(categories, await embedder.ReadAsync(profile, categories.Select(c => c.Name), cancellationToken));
        }

        await _embedding.WaitAsync(cancellationToken);
        try
        {
            return Find(categories, profile) ?? await EmbedTreeAsync(categories, profile, cancellationToken);
        }
        finally
        {
            _embedding.Release();
        }
    }

    private CategoryVectors? Find(IReadOnlyList<Category> categories, string profile) =>
        _kept is { } kept && ReferenceEquals(kept.Categories, categories) && kept.Profile == profile ? kept.Vectors : null;

    private async Task<CategoryVectors> EmbedTreeAsync(IReadOnlyList<Category> categories, string profile, CancellationToken cancellationToken)
    {
        var names = categories.Select(c => c.Name).ToHashSet(StringComparer.Ordinal);
        var embedded = await embedder.EmbedAsync(profile, names, cancellationToken);
        if (embedded.Errors.Count > names.Count * RefusedShare)
        {
            throw new EmbeddingException(
                $"{embedded.Errors.Count} of {names.Count} names of the tree could not be embedded with '{profile}', so nothing can be compared with it. {embedded.Errors.Values.First()}");
        }

        var vectors = new CategoryVectors(categories, embedded.Vectors);
        if (embedded.Errors.Count > 0)
        {
            logger.LogWarning("{Count} names of the tree have no vector of {Profile}; they are asked again with the next texts. {Reason}", embedded.Errors.Count, profile, embedded.Errors.Values.First());
            return vectors;
        }

        _kept = new Prepared(categories, profile, vectors);
        return vectors;
    }

    private sealed record Prepared(IReadOnlyList<Category> Categories, string Profile, CategoryVectors Vectors);
}
