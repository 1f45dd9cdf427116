using LlmRec.Workbench.Behavior;
using LlmRec.Workbench.Catalog;
using LlmRec.Workbench.Mapping.Settings;
using LlmRec.Workbench.Mapping.Sources;
using LlmRec.Workbench.Storage;
using Microsoft.EntityFrameworkCore;

namespace LlmRec.Workbench.Mapping;

/// <summary>
/// Maps names in free text to categories of the site's tree. A text maps the same whatever it was said about. Follows imports of the tree and of
/// the clicks, the settings, also those of another process, the aliases and what models picked by itself.
/// </summary>
public sealed class CategoryMapper(
    IDbContextFactory<WorkbenchDbContext> contexts, CatalogService catalog, QueryClickService clicks, CurrentMappingOptions inForce, EmbeddingEvidence embeddings)
    : IDisposable
{
    private const int WorthThreads = 64;

    private readonly SemaphoreSlim _building = new(1, 1);
    private volatile Snapshot? _snapshot;

    /// <summary>
    /// One result per text, in the order of <paramref name="texts"/>, each with at most <paramref name="top"/> candidates, best first, made with the options in
    /// force. Without a tree every outcome is <see cref="MappingOutcome.Failed"/>.
    /// </summary>
    public async Task<IReadOnlyList<MappingResult>> MapAsync(IReadOnlyList<string> texts, int top, CancellationToken cancellationToken = default) =>
        await MapAsync(texts, top, await inForce.GetAsync(cancellationToken), cancellationToken);

    /// <summary>The same with options of one's own.</summary>
    public async Task<IReadOnlyList<MappingResult>> MapAsync(
        IReadOnlyList<string> texts, int top, MappingOptions options, CancellationToken cancellationToken = default)
    {
        var keys = texts.Select(TextKey.Normalize).Distinct().ToList();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await MapAsync(texts, top, options, await KnownTexts.ReadAsync(db, keys, options, cancellationToken), ask: true, cancellationToken);
    }

    public void Dispose() => _building.Dispose();

    /// <summary>
    /// Maps with the options in force and with what is known about the texts instead of what is stored. Asks no model: fit for a caller who holds the database.
    /// </summary>
    internal async Task<IReadOnlyList<MappingResult>> MapAsync(
        IReadOnlyList<string> texts, int top, KnownTexts known, CancellationToken cancellationToken) =>
        await MapAsync(texts, top, await inForce.GetAsync(cancellationToken), known, ask: false, cancellationToken);

    /// <summary>Maps with options of one's own and with what is known about the texts instead of what is stored.</summary>
    internal Task<IReadOnlyList<MappingResult>> MapAsync(
        IReadOnlyList<string> texts, int top, MappingOptions options, KnownTexts known, CancellationToken cancellationToken) =>
        MapAsync(texts, top, options, known, ask: true, cancellationToken);

    private async Task<IReadOnlyList<MappingResult>> MapAsync(
        IReadOnlyList<string> texts, int top, MappingOptions options, KnownTexts known, bool ask, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(top, 1);
        if (await GetIndexAsync(cancellationToken) is not { } index)
        {
            return [.. texts.Select(text => Failed(text, options, "The catalog holds no categories to map to. Import some first."))];
        }

        var near = await EmbedAsync(index, texts, options, known, ask, cancellationToken);
        IReadOnlyList<IEvidenceSource> more = near is null ? [.. index.Sources(known)] : [.. index.Sources(known), near.Source];
        MappingResult Map(string text) => near?.Errors.TryGetValue(text, out var error) is true ? Failed(text, options, error) : index.Map(text, options, more, top);
        if (texts.Count < WorthThreads)
        {
            return [.. texts.Select(Map)];
        }

        var results = new MappingResult[texts.Count];
        await Parallel.ForAsync(0, texts.Count, cancellationToken, (i, _) =>
        {
            results[i] = Map(texts[i]);
            return ValueTask.CompletedTask;
        });
        return results;
    }

    private static MappingResult Failed(string text, MappingOptions options, string error) => new(text, MappingOutcome.Failed, [], error) { SettingsId = options.SettingsId };

    /// <summary>The evidence of sentence vectors; null where it is not wanted. A text that people have answered needs none.</summary>
    private async Task<PreparedEmbeddings?> EmbedAsync(
        MappingIndex index, IReadOnlyList<string> texts, MappingOptions options, KnownTexts known, bool ask, CancellationToken cancellationToken)
    {
        if (options.EmbeddingProfile is not { } profile || !options.Sources.Contains(EvidenceKind.Embedding))
        {
            return null;
        }

        var answered = known.Aliases.Select(a => a.Key).ToHashSet(StringComparer.Ordinal);
        var open = answered.Count == 0 ? texts : [.. texts.Where(text => !answered.Contains(TextKey.Normalize(text)))];
        return await embeddings.PrepareAsync(index.Categories, profile, open, ask, cancellationToken);
    }

    private async Task<MappingIndex?> GetIndexAsync(CancellationToken cancellationToken)
    {
        var tree = await catalog.GetTreeAsync(cancellationToken);
        if (tree.All.Count == 0)
        {
            return null;
        }

        if (_snapshot is { } current && ReferenceEquals(current.Tree, tree))
        {
            return current.Index;
        }

        await _building.WaitAsync(cancellationToken);
        try
        {
            if (_snapshot is not { } built || !ReferenceEquals(built.Tree, tree))
            {
                await using var db = await contexts.CreateDbContextAsync(cancellationToken);
                var titles = await ItemTitles.ReadAsync(db, cancellationToken);
                built = new Snapshot(tree, new MappingIndex(tree.All, await clicks.GetAllAsync(cancellationToken), titles));
                _snapshot = built;
            }

            return built.Index;
        }
        finally
        {
            _building.Release();
        }
    }

    // Any import, also one of clicks, brings a new tree object.
    private sealed record Snapshot(CategoryTree Tree, MappingIndex Index);
}
