using LlmRec.Workbench.Catalog;
using LlmRec.Workbench.Storage;
using LlmRec.Workbench.Titles;
using Microsoft.EntityFrameworkCore;

namespace LlmRec.Workbench.Review;

/// <summary>Turns a <see cref="TitleFilter"/> into a query.</summary>
internal static class TitleFilters
{
    public static IQueryable<TitleNormalisation> Matching(this WorkbenchDbContext db, TitleFilter filter, CategoryTree tree)
    {
        var titles = ByState(db.TitleNormalisations.AsNoTracking(), filter);
        titles = filter.Source is { } source ? titles.Where(t => t.Source == source) : titles;
        titles = filter.Violation is { } violation ? titles.Where(t => ("," + t.Violations + ",").Contains("," + violation + ",")) : titles;
        titles = filter.RunId is { } run ? titles.Where(t => db.TitleAnswers.Any(a => a.NormalisationId == t.Id && a.RunId == run)) : titles;
        if (filter.CategoryScope is { } scope)
        {
            var categories = tree.SubtreeIds(scope);
            titles = titles.Where(t => EF.Parameter(categories).Contains(t.CategoryId!));
        }

        return filter.Text?.Trim() is { Length: > 0 } text
            ? titles.Where(t => t.RawTitle.Contains(text) || t.Sentence.Contains(text) || t.ApprovedText.Contains(text) || t.ItemId == text)
            : titles;
    }

    /// <summary>Of <paramref name="titles"/>, those that a bulk approval may approve without a person looking at each.</summary>
    public static IQueryable<TitleNormalisation> Acceptable(this IQueryable<TitleNormalisation> titles) =>
        titles.Where(t => t.State == TitleState.Waiting && t.IsNewest && t.Violations == "" && t.Sentence != "");

    private static IQueryable<TitleNormalisation> ByState(IQueryable<TitleNormalisation> titles, TitleFilter filter)
    {
        titles = filter.State switch
        {
            // What waits has no judgment, so it counts only as the newest; what is approved or rejected has one.
            TitleState.Waiting => titles.Where(t => t.State == TitleState.Waiting && t.IsNewest),
            TitleState.Approved or TitleState.Rejected => titles.Where(t => t.State == filter.State),
            TitleState.Repair => titles.Where(t => t.State == TitleState.Repair && (t.IsNewest || t.JudgmentId != null)),
            _ => titles.Where(t => t.IsNewest || t.JudgmentId != null),
        };
        return filter.Judged ? titles.Where(t => t.JudgmentId != null) : titles;
    }
}
