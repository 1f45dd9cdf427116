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
    IDbContextFactory<WorkbenchDbContext> contexts, CatalogService catalog, QueryClickService clicks, CurrentMappingOptions inForce) : IDisposable
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
        return await MapAsync(texts, top, options, await KnownTexts.ReadAsync(db, keys, options, cancellationToken), cancellationToken);
    }

    public void Dispose() => _building.Dispose();

    /// <summary>Maps with the options in force and with what is known about the texts instead of what is stored.</summary>
    internal async Task<IReadOnlyList<MappingResult>> MapAsync(
        IReadOnlyList<string> texts, int top, KnownTexts known, CancellationToken cancellationToken) =>
        await MapAsync(texts, top, await inForce.GetAsync(cancellationToken), known, cancellationToken);

    /// <summary>Maps with what is known about the texts instead of what is stored.</summary>
    internal async Task<IReadOnlyList<MappingResult>> MapAsync(
        IReadOnlyList<string> texts, int top, MappingOptions options, KnownTexts known, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(top, 1);
        if (await GetIndexAsync(cancellationToken) is not { } index)
        {
            return [.. texts.Select(text => new MappingResult(text, MappingOutcome.Failed, [], "The catalog holds no categories to map to. Import some first.")
            {
                SettingsId = options.SettingsId,
            })];
        }

        IReadOnlyList<IEvidenceSource> more = [.. index.Sources(known)];
        if (texts.Count < WorthThreads)
        {
            return [.. texts.Select(text => index.Map(text, options, more, top))];
        }

        var results = new MappingResult[texts.Count];
        await Parallel.ForAsync(0, texts.Count, cancellationToken, (i, _) =>
        {
            results[i] = index.Map(texts[i], options, more, top);
            return ValueTask.CompletedTask;
        });
        return results;
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
                built = new Snapshot(tree, new MappingIndex(tree.All, await clicks.GetAllAsync(cancellationToken)));
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
