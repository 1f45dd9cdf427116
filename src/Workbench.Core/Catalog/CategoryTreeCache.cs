using LlmRec.Workbench.Storage;
using Microsoft.EntityFrameworkCore;

namespace LlmRec.Workbench.Catalog;

/// <summary>
/// Keeps the newest <see cref="CategoryTree"/>. Any import brings a new tree object, so whoever derives something from the catalog can hold on to the object it
/// was derived from. Whether an import, perhaps one of another process, has replaced it is asked of the database at most every
/// half second; an import of this process is seen at once. An empty tree is never kept.
/// </summary>
internal sealed class CategoryTreeCache(IDbContextFactory<WorkbenchDbContext> contexts, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan CheckEvery = TimeSpan.FromMilliseconds(500);

    private readonly SemaphoreSlim _loading = new(1, 1);
    private volatile Entry? _entry;

    public async Task<CategoryTree> GetAsync(CancellationToken cancellationToken)
    {
        if (_entry is { } fresh && time.GetElapsedTime(fresh.CheckedAt) < CheckEvery)
        {
            return fresh.Tree;
        }

        await _loading.WaitAsync(cancellationToken);
        try
        {
            return await RefreshAsync(cancellationToken);
        }
        finally
        {
            _loading.Release();
        }
    }

    public void Invalidate() => _entry = null;

    public void Dispose() => _loading.Dispose();

    private async Task<CategoryTree> RefreshAsync(CancellationToken cancellationToken)
    {
        var checkedAt = time.GetTimestamp();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var importId = await db.CatalogImports.MaxAsync(i => (int?)i.Id, cancellationToken) ?? 0;
        if (_entry is { } entry && entry.ImportId == importId)
        {
            _entry = entry with { CheckedAt = checkedAt };
            return entry.Tree;
        }

        var tree = new CategoryTree(await db.Categories.AsNoTracking().ToListAsync(cancellationToken));
        _entry = tree.All.Count > 0 ? new Entry(tree, importId, checkedAt) : null;
        return tree;
    }

    private sealed record Entry(CategoryTree Tree, int ImportId, long CheckedAt);
}
