using System.Linq.Expressions;
using LlmRec.Workbench.Catalog;
using LlmRec.Workbench.Storage;
using Microsoft.EntityFrameworkCore;

namespace LlmRec.Workbench.Review;

/// <summary>The walk through a filter's order, the same for every kind of subject: who follows whom, and how far down somebody stands.</summary>
public abstract class SubjectQueue<TSubject, TFilter>(IDbContextFactory<WorkbenchDbContext> contexts, CatalogService catalog)
    where TSubject : class
{
    /// <summary>
    /// The subject that follows (or comes before) <paramref name="id"/> in the filter's order, even when that one itself no longer matches;
    /// without one the first (or last) of the filter. Null at the end.
    /// </summary>
    public Task<long?> GetNeighborAsync(TFilter filter, long? id, bool forward, CancellationToken cancellationToken = default) => ReadAsync(
        async (db, tree) =>
        {
            var subjects = Matching(db, filter, tree);
            if (id is { } given && await FindAsync(db, given, cancellationToken) is { } anchor)
            {
                subjects = Beyond(subjects, anchor, filter, forward);
            }

            return await Sorted(subjects, filter, forward).Select(IdOf).FirstOrDefaultAsync(cancellationToken);
        },
        cancellationToken);

    /// <summary>How many of the filter come before <paramref name="id"/>.</summary>
    public Task<int> GetPositionAsync(TFilter filter, long id, CancellationToken cancellationToken = default) => ReadAsync(
        async (db, tree) => await FindAsync(db, id, cancellationToken) is { } anchor
            ? await Beyond(Matching(db, filter, tree), anchor, filter, forward: false).CountAsync(cancellationToken)
            : 0,
        cancellationToken);

    private protected abstract Expression<Func<TSubject, long?>> IdOf { get; }

    private protected abstract IQueryable<TSubject> Matching(WorkbenchDbContext db, TFilter filter, CategoryTree tree);

    private protected abstract IQueryable<TSubject> Sorted(IQueryable<TSubject> subjects, TFilter filter, bool forward);

    private protected abstract IQueryable<TSubject> Beyond(IQueryable<TSubject> subjects, TSubject anchor, TFilter filter, bool forward);

    /// <summary>Reads with a context of its own and the tree as it is now.</summary>
    private protected async Task<T> ReadAsync<T>(Func<WorkbenchDbContext, CategoryTree, Task<T>> read, CancellationToken cancellationToken)
    {
        var tree = await catalog.GetTreeAsync(cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await read(db, tree);
    }

    private static ValueTask<TSubject?> FindAsync(WorkbenchDbContext db, long id, CancellationToken cancellationToken) =>
        db.Set<TSubject>().FindAsync([id], cancellationToken);
}
