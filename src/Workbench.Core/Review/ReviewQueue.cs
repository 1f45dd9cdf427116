using System.Linq.Expressions;
using LlmRec.Workbench.Catalog;
using LlmRec.Workbench.Complements;
using LlmRec.Workbench.Storage;
using Microsoft.EntityFrameworkCore;

namespace LlmRec.Workbench.Review;

/// <summary>Reads the pairs that wait for people, and everything around one of them.</summary>
public sealed class ReviewQueue(IDbContextFactory<WorkbenchDbContext> contexts, CatalogService catalog)
    : SubjectQueue<Pair, ReviewFilter>(contexts, catalog), IReviewQueue<ReviewFilter, ReviewRow, ReviewItem, ReviewCounts>
{
    /// <summary>The most other pairs of the same source that an item lists.</summary>
    public const int MaxSiblings = 60;

    public Task<QueuePage<ReviewRow>> GetPageAsync(ReviewFilter filter, int skip, int take, CancellationToken cancellationToken = default) => ReadAsync(
        async (db, tree) =>
        {
            var pairs = db.Matching(filter, tree);
            var total = await pairs.CountAsync(cancellationToken);
            var rows = await pairs.Sorted(filter.Sort).Skip(skip).Take(take)
                .Select(p => new { p.Id, p.SourceId, p.Text, p.Outcome, p.Score, p.State }).ToListAsync(cancellationToken);
            return new QueuePage<ReviewRow>(
                total, [.. rows.Select(p => new ReviewRow(p.Id, p.SourceId, tree.PathOf(p.SourceId), p.Text, p.Outcome, p.Score, p.State))]);
        },
        cancellationToken);

    public Task<ReviewCounts> GetCountsAsync(ReviewFilter filter, CancellationToken cancellationToken = default) => ReadAsync(
        async (db, tree) =>
        {
            var states = await db.Matching(filter with { State = null, Judged = false }, tree)
                .GroupBy(p => p.State).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
            var outcomes = await db.Matching(filter with { Outcome = null }, tree)
                .GroupBy(p => p.Outcome).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
            return new ReviewCounts(states, outcomes);
        },
        cancellationToken);

    public Task<ReviewItem?> GetItemAsync(long id, CancellationToken cancellationToken = default) =>
        ReadAsync((db, tree) => new ReviewItemReader(db, tree).ReadAsync(id, cancellationToken), cancellationToken);

    /// <summary>How many pairs wait for a decision.</summary>
    public Task<int> CountWaitingAsync(CancellationToken cancellationToken = default) =>
        ReadAsync((db, _) => db.Pairs.CountAsync(p => p.State == PairState.Waiting, cancellationToken), cancellationToken);

    private protected override Expression<Func<Pair, long?>> IdOf => pair => pair.Id;

    private protected override IQueryable<Pair> Matching(WorkbenchDbContext db, ReviewFilter filter, CategoryTree tree) => db.Matching(filter, tree);

    private protected override IQueryable<Pair> Sorted(IQueryable<Pair> subjects, ReviewFilter filter, bool forward) => subjects.Sorted(filter.Sort, forward);

    private protected override IQueryable<Pair> Beyond(IQueryable<Pair> subjects, Pair anchor, ReviewFilter filter, bool forward) =>
        subjects.Beyond(anchor, filter.Sort, forward);
}
