using LlmRec.Workbench.Complements;

namespace LlmRec.Workbench.Review;

/// <summary>
/// The queue's orders, forwards and backwards, and where a pair stands in each. The outer comparison on the leading column repeats what the inner one says:
/// with it the database seeks in the index instead of walking it.
/// </summary>
internal static class PairOrder
{
    public static IQueryable<Pair> Sorted(this IQueryable<Pair> pairs, ReviewSort sort, bool forward = true) => (sort, forward) switch
    {
        (ReviewSort.Source, true) => pairs.OrderBy(p => p.SourceId).ThenByDescending(p => p.Score).ThenBy(p => p.Id),
        (ReviewSort.Source, false) => pairs.OrderByDescending(p => p.SourceId).ThenBy(p => p.Score).ThenByDescending(p => p.Id),
        (ReviewSort.Newest, true) => pairs.OrderByDescending(p => p.Id),
        (ReviewSort.Newest, false) => pairs.OrderBy(p => p.Id),
        _ when Falls(sort, forward) => pairs.OrderByDescending(p => p.Score).ThenByDescending(p => p.Id),
        _ => pairs.OrderBy(p => p.Score).ThenBy(p => p.Id),
    };

    /// <summary>The pairs after <paramref name="anchor"/> (before it, backwards), whether or not the anchor itself is among <paramref name="pairs"/>.</summary>
    public static IQueryable<Pair> Beyond(this IQueryable<Pair> pairs, Pair anchor, ReviewSort sort, bool forward)
    {
        var (id, source, score) = (anchor.Id, anchor.SourceId, anchor.Score);
        return (sort, forward) switch
        {
            (ReviewSort.Source, true) => pairs.Where(p => p.SourceId.CompareTo(source) >= 0
                && (p.SourceId != source || p.Score < score || (p.Score == score && p.Id > id))),
            (ReviewSort.Source, false) => pairs.Where(p => p.SourceId.CompareTo(source) <= 0
                && (p.SourceId != source || p.Score > score || (p.Score == score && p.Id < id))),
            (ReviewSort.Newest, true) => pairs.Where(p => p.Id < id),
            (ReviewSort.Newest, false) => pairs.Where(p => p.Id > id),
            _ when Falls(sort, forward) => pairs.Where(p => p.Score <= score && (p.Score < score || p.Id < id)),
            _ => pairs.Where(p => p.Score >= score && (p.Score > score || p.Id > id)),
        };
    }

    private static bool Falls(ReviewSort sort, bool forward) => sort == ReviewSort.ScoreDescending == forward;
}
