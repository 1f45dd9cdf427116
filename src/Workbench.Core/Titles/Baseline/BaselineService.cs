using LlmRec.Workbench.Catalog;
using LlmRec.Workbench.Storage;
using Microsoft.EntityFrameworkCore;

namespace LlmRec.Workbench.Titles.Baseline;

/// <summary>
/// Keeps the newest <see cref="BaselineNormaliser"/>: one made from the category tree, the aliases, the items and the word lists as they are now. Whether another
/// process has changed them is asked of the database at most every half second; an import or an edit of this process is seen at once.
/// </summary>
public sealed class BaselineService(IDbContextFactory<WorkbenchDbContext> contexts, CatalogService catalog, TimeProvider time) : IDisposable
{
    /// <summary>Products that words are learned from; more would teach little and cost start-up time.</summary>
    private const int MaxItems = 100_000;

    private static readonly TimeSpan CheckEvery = TimeSpan.FromMilliseconds(500);

    private readonly SemaphoreSlim _building = new(1, 1);
    private volatile Entry? _entry;

    /// <summary>Cheap to call as often as one likes.</summary>
    public async Task<BaselineNormaliser> GetAsync(CancellationToken cancellationToken = default)
    {
        if (Fresh(await catalog.GetTreeAsync(cancellationToken)) is { } fresh)
        {
            return fresh.Normaliser;
        }

        await _building.WaitAsync(cancellationToken);
        try
        {
            var tree = await catalog.GetTreeAsync(cancellationToken);
            return (Fresh(tree) ?? await RefreshAsync(tree, cancellationToken)).Normaliser;
        }
        finally
        {
            _building.Release();
        }
    }

    public void Dispose() => _building.Dispose();

    internal void Invalidate() => _entry = null;

    private Entry? Fresh(CategoryTree tree) =>
        _entry is { } entry && IsSame(entry.Tree, tree) && time.GetElapsedTime(entry.CheckedAt) < CheckEvery ? entry : null;

    private async Task<Entry> RefreshAsync(CategoryTree tree, CancellationToken cancellationToken)
    {
        var checkedAt = time.GetTimestamp();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var stamp = await StampAsync(db, cancellationToken);
        if (_entry is { } entry && IsSame(entry.Tree, tree) && entry.Stamp == stamp)
        {
            return _entry = entry with { CheckedAt = checkedAt };
        }

        return _entry = new Entry(await BuildAsync(db, tree, cancellationToken), tree, stamp, checkedAt);
    }

    private static async Task<Stamp> StampAsync(WorkbenchDbContext db, CancellationToken cancellationToken) => new(
        await db.Aliases.CountAsync(cancellationToken),
        await db.Aliases.MaxAsync(a => (long?)a.Id, cancellationToken) ?? 0,
        await db.TitleWords.CountAsync(cancellationToken),
        await db.TitleWords.MaxAsync(w => (DateTimeOffset?)w.At, cancellationToken),
        await db.Items.AnyAsync(cancellationToken));

    private static async Task<BaselineNormaliser> BuildAsync(WorkbenchDbContext db, CategoryTree tree, CancellationToken cancellationToken)
    {
        var words = new LexiconBuilder();
        LexiconSources.AddBundled(words);
        LexiconSources.AddNames(words, tree.All.Select(c => c.Name));
        LexiconSources.AddAliases(words, await db.Aliases.Select(a => a.Text).ToListAsync(cancellationToken));
        var site = new SiteWords();
        await foreach (var item in db.Items.AsNoTracking().OrderBy(i => i.Id).Take(MaxItems).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            site.Add(item);
        }

        LexiconSources.AddSite(words, site);
        LexiconSources.AddEdits(words, await db.TitleWords.AsNoTracking().ToListAsync(cancellationToken));
        return new BaselineNormaliser(words);
    }

    // An empty tree is a new object every time.
    private static bool IsSame(CategoryTree one, CategoryTree other) => ReferenceEquals(one, other) || (one.All.Count == 0 && other.All.Count == 0);

    private sealed record Stamp(int Aliases, long LastAlias, int Words, DateTimeOffset? LastWord, bool HasItems);

    private sealed record Entry(BaselineNormaliser Normaliser, CategoryTree Tree, Stamp Stamp, long CheckedAt);
}
