using LlmRec.Workbench.Storage;
using Microsoft.EntityFrameworkCore;

namespace LlmRec.Workbench.Catalog;

/// <summary>Answers what the catalog holds: the tree, its name, its products, its imports.</summary>
public sealed class CatalogService
{
    private readonly IDbContextFactory<WorkbenchDbContext> _contexts;
    private readonly CategoryTreeCache _trees;

    internal CatalogService(IDbContextFactory<WorkbenchDbContext> contexts, CategoryTreeCache trees)
    {
        _contexts = contexts;
        _trees = trees;
    }

    /// <summary>The newest tree; cheap to call as often as one likes.</summary>
    public Task<CategoryTree> GetTreeAsync(CancellationToken cancellationToken = default) => _trees.GetAsync(cancellationToken);

    /// <summary>The catalog's name as its newest category import gave it; empty without one.</summary>
    public async Task<string> GetNameAsync(CancellationToken cancellationToken = default)
    {
        await using var db = await _contexts.CreateDbContextAsync(cancellationToken);
        return await db.CatalogImports.Where(i => i.Kind == ImportKinds.Categories)
            .OrderByDescending(i => i.Id).Select(i => i.CatalogName).FirstOrDefaultAsync(cancellationToken) ?? "";
    }

    /// <summary>How many products each category itself holds; a category without any is missing.</summary>
    public async Task<IReadOnlyDictionary<string, int>> GetItemCountsAsync(CancellationToken cancellationToken = default)
    {
        await using var db = await _contexts.CreateDbContextAsync(cancellationToken);
        return await db.Items.Where(i => i.CategoryId != null).GroupBy(i => i.CategoryId!)
            .Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
    }

    /// <summary>How many products came without a category.</summary>
    public async Task<int> CountUnfiledAsync(CancellationToken cancellationToken = default)
    {
        await using var db = await _contexts.CreateDbContextAsync(cancellationToken);
        return await db.Items.CountAsync(i => i.CategoryId == null, cancellationToken);
    }

    /// <summary>The products of one category itself, or those without a category for null, by ID.</summary>
    public async Task<IReadOnlyList<Item>> GetItemsAsync(string? categoryId, int skip, int take, CancellationToken cancellationToken = default)
    {
        await using var db = await _contexts.CreateDbContextAsync(cancellationToken);
        return await db.Items.AsNoTracking().Where(i => i.CategoryId == categoryId)
            .OrderBy(i => i.Id).Skip(skip).Take(take).ToListAsync(cancellationToken);
    }

    /// <summary>The committed imports, newest first.</summary>
    public async Task<IReadOnlyList<CatalogImport>> GetImportsAsync(int take, CancellationToken cancellationToken = default)
    {
        await using var db = await _contexts.CreateDbContextAsync(cancellationToken);
        return await db.CatalogImports.AsNoTracking().OrderByDescending(i => i.Id).Take(take).ToListAsync(cancellationToken);
    }
}
