using LlmRec.Workbench.Titles;

namespace LlmRec.Workbench.Review;

/// <summary>The title queue's orders, forwards and backwards, and where a title stands in each; written like <see cref="PairOrder"/>.</summary>
internal static class TitleOrder
{
    public static IQueryable<TitleNormalisation> Sorted(this IQueryable<TitleNormalisation> titles, TitleSort sort, bool forward = true) => (sort, forward) switch
    {
        (TitleSort.WorstGain, true) => titles.OrderByDescending(t => t.PerplexityRatio).ThenBy(t => t.Id),
        (TitleSort.WorstGain, false) => titles.OrderBy(t => t.PerplexityRatio).ThenByDescending(t => t.Id),
        (TitleSort.Category, true) => titles.OrderBy(t => t.CategoryKey).ThenBy(t => t.Id),
        (TitleSort.Category, false) => titles.OrderByDescending(t => t.CategoryKey).ThenByDescending(t => t.Id),
        _ when Falls(sort, forward) => titles.OrderByDescending(t => t.Id),
        _ => titles.OrderBy(t => t.Id),
    };

    /// <summary>The titles after <paramref name="anchor"/> (before it, backwards), whether or not the anchor itself is among <paramref name="titles"/>.</summary>
    public static IQueryable<TitleNormalisation> Beyond(this IQueryable<TitleNormalisation> titles, TitleNormalisation anchor, TitleSort sort, bool forward)
    {
        var (id, ratio, category) = (anchor.Id, anchor.PerplexityRatio, anchor.CategoryKey);
        return (sort, forward) switch
        {
            (TitleSort.WorstGain, true) => titles.Where(t => t.PerplexityRatio <= ratio && (t.PerplexityRatio < ratio || t.Id > id)),
            (TitleSort.WorstGain, false) => titles.Where(t => t.PerplexityRatio >= ratio && (t.PerplexityRatio > ratio || t.Id < id)),
            (TitleSort.Category, true) => titles.Where(t => t.CategoryKey.CompareTo(category) >= 0 && (t.CategoryKey != category || t.Id > id)),
            (TitleSort.Category, false) => titles.Where(t => t.CategoryKey.CompareTo(category) <= 0 && (t.CategoryKey != category || t.Id < id)),
            _ when Falls(sort, forward) => titles.Where(t => t.Id < id),
            _ => titles.Where(t => t.Id > id),
        };
    }

    private static bool Falls(TitleSort sort, bool forward) => sort == TitleSort.Newest == forward;
}
