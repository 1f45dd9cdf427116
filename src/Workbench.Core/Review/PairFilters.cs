using LlmRec.Workbench.Catalog;
using LlmRec.Workbench.Complements;
using LlmRec.Workbench.Mapping;
using LlmRec.Workbench.Storage;
using Microsoft.EntityFrameworkCore;

namespace LlmRec.Workbench.Review;

/// <summary>Turns a <see cref="ReviewFilter"/> into a query.</summary>
internal static class PairFilters
{
    public static IQueryable<Pair> Matching(this WorkbenchDbContext db, ReviewFilter filter, CategoryTree tree)
    {
        var pairs = ByScope(db.Pairs.AsNoTracking(), filter, tree);
        pairs = filter.State is { } state ? pairs.Where(p => p.State == state) : pairs;
        pairs = filter.Judged ? pairs.Where(p => p.State != PairState.Waiting) : pairs;
        pairs = filter.Outcome is { } outcome ? pairs.Where(p => p.Outcome == outcome) : pairs;
        pairs = filter.MinScore is { } min ? pairs.Where(p => p.Score >= min) : pairs;
        pairs = filter.MaxScore is { } max ? pairs.Where(p => p.Score <= max) : pairs;
        pairs = filter.RunId is { } run ? pairs.Where(p => db.Mentions.Any(m => m.PairId == p.Id && m.RunId == run)) : pairs;
        return filter.Text?.Trim() is { Length: > 0 } text
            ? pairs.Where(p => p.Text.Contains(text) || db.Categories.Where(c => c.Name.Contains(text)).Select(c => c.Id).Contains(p.SourceId))
            : pairs;
    }

    /// <summary>Of <paramref name="pairs"/>, those that a bulk approval may approve without a person looking at each.</summary>
    public static IQueryable<Pair> Acceptable(this IQueryable<Pair> pairs, WorkbenchDbContext db, double minScore) =>
        pairs.Where(p => p.State == PairState.Waiting && p.Outcome == MappingOutcome.Mapped && p.Score >= minScore
            && db.MappingCandidates.Any(c => c.MappingId == p.MappingId && c.Accepted && c.Score >= minScore && c.CategoryId != p.SourceId
                && db.Categories.Any(k => k.Id == c.CategoryId && k.RetiredAt == null)));

    /// <summary>The categories that a bulk approval makes the targets of each pair, the best first; candidates of pairs that are not acceptable come along.</summary>
    public static IQueryable<AcceptableTarget> AcceptableTargets(this IQueryable<Pair> pairs, WorkbenchDbContext db, double minScore) =>
        from pair in pairs
        join candidate in db.MappingCandidates on pair.MappingId equals candidate.MappingId
        where candidate.Accepted && candidate.Score >= minScore && candidate.CategoryId != pair.SourceId
            && db.Categories.Any(k => k.Id == candidate.CategoryId && k.RetiredAt == null)
        orderby pair.Id, candidate.Rank
        select new AcceptableTarget(pair.Id, candidate.CategoryId);

    private static IQueryable<Pair> ByScope(IQueryable<Pair> pairs, ReviewFilter filter, CategoryTree tree)
    {
        if (filter.SourceScope is { } sourceScope)
        {
            var sources = tree.SubtreeIds(sourceScope);
            pairs = pairs.Where(p => EF.Parameter(sources).Contains(p.SourceId));
        }

        if (filter.TargetScope is { } targetScope)
        {
            var targets = tree.SubtreeIds(targetScope);
            pairs = pairs.Where(p => p.State == PairState.Approved
                ? p.Targets.Any(t => EF.Parameter(targets).Contains(t.CategoryId))
                : EF.Parameter(targets).Contains(p.BestTargetId!));
        }

        return pairs;
    }
}

/// <summary>One category that a bulk approval makes a target of a pair.</summary>
internal sealed record AcceptableTarget(long PairId, string CategoryId);
