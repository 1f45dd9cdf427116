using LlmRec.Workbench.Catalog;
using LlmRec.Workbench.Complements;
using LlmRec.Workbench.Storage;
using Microsoft.EntityFrameworkCore;

namespace LlmRec.Workbench.Review;

/// <summary>Reads the pairs that wait for people, and everything around one of them.</summary>
public sealed class ReviewQueue(IDbContextFactory<WorkbenchDbContext> contexts, CatalogService catalog)
{
    /// <summary>The most other pairs of the same source that an item lists.</summary>
    public const int MaxSiblings = 60;

    public async Task<ReviewPage> GetPageAsync(ReviewFilter filter, int skip, int take, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var tree = await catalog.GetTreeAsync(cancellationToken);
        var pairs = db.Matching(filter, tree);
        var total = await pairs.CountAsync(cancellationToken);
        var rows = await pairs.Sorted(filter.Sort).Skip(skip).Take(take)
            .Select(p => new { p.Id, p.SourceId, p.Text, p.Outcome, p.Score, p.State }).ToListAsync(cancellationToken);
        return new(total, [.. rows.Select(p => new ReviewRow(p.Id, p.SourceId, tree.PathOf(p.SourceId), p.Text, p.Outcome, p.Score, p.State))]);
    }

    /// <summary>The facets of a filter: pairs by state whatever the filter's state, and by outcome whatever its outcome.</summary>
    public async Task<ReviewCounts> GetCountsAsync(ReviewFilter filter, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var tree = await catalog.GetTreeAsync(cancellationToken);
        var states = await db.Matching(filter with { State = null, Judged = false }, tree)
            .GroupBy(p => p.State).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
        var outcomes = await db.Matching(filter with { Outcome = null }, tree)
            .GroupBy(p => p.Outcome).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
        return new(states, outcomes);
    }

    /// <summary>The pair with all that a decision needs; null when there is no such pair.</summary>
    public async Task<ReviewItem?> GetItemAsync(long pairId, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var tree = await catalog.GetTreeAsync(cancellationToken);
        return await new ReviewItemReader(db, tree).ReadAsync(pairId, cancellationToken);
    }

    /// <summary>
    /// The pair that follows (or comes before) <paramref name="pairId"/> in the filter's order, even when that pair itself no longer matches;
    /// without one the first (or last) pair of the filter. Null at the end.
    /// </summary>
    public async Task<long?> GetNeighborAsync(ReviewFilter filter, long? pairId, bool forward, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var pairs = db.Matching(filter, await catalog.GetTreeAsync(cancellationToken));
        if (pairId is { } id && await FindAsync(db, id, cancellationToken) is { } anchor)
        {
            pairs = pairs.Beyond(anchor, filter.Sort, forward);
        }

        return await pairs.Sorted(filter.Sort, forward).Select(p => (long?)p.Id).FirstOrDefaultAsync(cancellationToken);
    }

    /// <summary>How many pairs of the filter come before <paramref name="pairId"/>.</summary>
    public async Task<int> GetPositionAsync(ReviewFilter filter, long pairId, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var pairs = db.Matching(filter, await catalog.GetTreeAsync(cancellationToken));
        return await FindAsync(db, pairId, cancellationToken) is { } anchor
            ? await pairs.Beyond(anchor, filter.Sort, forward: false).CountAsync(cancellationToken)
            : 0;
    }

    private static Task<Pair?> FindAsync(WorkbenchDbContext db, long pairId, CancellationToken cancellationToken) =>
        db.Pairs.AsNoTracking().FirstOrDefaultAsync(p => p.Id == pairId, cancellationToken);
}
