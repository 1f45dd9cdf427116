using System.Linq.Expressions;
using LlmRec.Workbench.Catalog;
using LlmRec.Workbench.Storage;
using LlmRec.Workbench.Titles;
using LlmRec.Workbench.Titles.Baseline;
using Microsoft.EntityFrameworkCore;

namespace LlmRec.Workbench.Review;

/// <summary>Reads the proposed titles that wait for people, and everything around one of them.</summary>
public sealed class TitleQueue(IDbContextFactory<WorkbenchDbContext> contexts, CatalogService catalog, BaselineService baseline)
    : SubjectQueue<TitleNormalisation, TitleFilter>(contexts, catalog), IReviewQueue<TitleFilter, ReviewTitleRow, TitleReviewItem, TitleCounts>
{
    public Task<QueuePage<ReviewTitleRow>> GetPageAsync(TitleFilter filter, int skip, int take, CancellationToken cancellationToken = default) => ReadAsync(
        async (db, tree) =>
        {
            var titles = db.Matching(filter, tree);
            var total = await titles.CountAsync(cancellationToken);
            var rows = await titles.Sorted(filter.Sort).Skip(skip).Take(take).Select(t => new ReviewTitleRow(
                t.Id, t.RawTitle, t.ApprovedText != "" ? t.ApprovedText : t.Sentence, t.State, t.Source, t.PerplexityRatio > 0 ? t.PerplexityRatio : null))
                .ToListAsync(cancellationToken);
            return new QueuePage<ReviewTitleRow>(total, rows);
        },
        cancellationToken);

    public Task<TitleCounts> GetCountsAsync(TitleFilter filter, CancellationToken cancellationToken = default) => ReadAsync(
        async (db, tree) =>
        {
            var states = await db.Matching(filter with { State = null, Judged = false }, tree)
                .GroupBy(t => new { t.State, Judged = t.JudgmentId != null }).Select(g => new { g.Key.State, g.Key.Judged, Count = g.Count() }).ToListAsync(cancellationToken);
            var violations = await db.Matching(filter with { Violation = null }, tree).Where(t => t.Violations != "")
                .GroupBy(t => t.Violations).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancellationToken);
            return new TitleCounts(
                states.GroupBy(s => s.State).ToDictionary(g => g.Key, g => g.Sum(s => s.Count)),
                violations.SelectMany(v => v.Key.Split(',').Select(name => (Name: name, v.Count))).GroupBy(v => v.Name).ToDictionary(g => g.Key, g => g.Sum(v => v.Count)),
                states.Where(s => s.Judged).Sum(s => s.Count));
        },
        cancellationToken);

    public Task<TitleReviewItem?> GetItemAsync(long id, CancellationToken cancellationToken = default) => ReadAsync(
        async (db, tree) => await new TitleItemReader(db, tree, await baseline.GetAsync(cancellationToken)).ReadAsync(id, cancellationToken), cancellationToken);

    /// <summary>How many titles wait for a decision; those in the repair queue wait for something else first.</summary>
    public Task<int> CountWaitingAsync(CancellationToken cancellationToken = default) => ReadAsync(
        (db, _) => db.TitleNormalisations.CountAsync(t => t.State == TitleState.Waiting && t.IsNewest, cancellationToken), cancellationToken);

    /// <summary>How many sentences are approved; an item may have several, of which a release takes one.</summary>
    public Task<int> CountApprovedAsync(CancellationToken cancellationToken = default) => ReadAsync(
        (db, _) => db.TitleNormalisations.CountAsync(t => t.State == TitleState.Approved, cancellationToken), cancellationToken);

    private protected override Expression<Func<TitleNormalisation, long?>> IdOf => title => title.Id;

    private protected override IQueryable<TitleNormalisation> Matching(WorkbenchDbContext db, TitleFilter filter, CategoryTree tree) => db.Matching(filter, tree);

    private protected override IQueryable<TitleNormalisation> Sorted(IQueryable<TitleNormalisation> subjects, TitleFilter filter, bool forward) =>
        subjects.Sorted(filter.Sort, forward);

    private protected override IQueryable<TitleNormalisation> Beyond(IQueryable<TitleNormalisation> subjects, TitleNormalisation anchor, TitleFilter filter, bool forward) =>
        subjects.Beyond(anchor, filter.Sort, forward);
}
