using LlmRec.Workbench.Storage;
using Microsoft.EntityFrameworkCore;

namespace LlmRec.Workbench.Review;

/// <summary>Reads what holds for pairs and titles.</summary>
internal static class Standings
{
    public static async Task<Standing> GetStandingAsync(this WorkbenchDbContext db, SubjectRef subject, CancellationToken cancellationToken) =>
        (await db.GetStandingsAsync([subject], cancellationToken))[subject];

    public static async Task<IReadOnlyDictionary<SubjectRef, Standing>> GetStandingsAsync(
        this WorkbenchDbContext db, IReadOnlyCollection<SubjectRef> subjects, CancellationToken cancellationToken)
    {
        IEnumerable<Standing> pairs = await PairsAsync(db, subjects.IdsOf(SubjectKind.Pair), cancellationToken);
        IEnumerable<Standing> titles = await TitlesAsync(db, subjects.IdsOf(SubjectKind.Title), cancellationToken);
        return pairs.Concat(titles).ToDictionary(s => s.Subject);
    }

    public static List<long> IdsOf(this IEnumerable<SubjectRef> subjects, SubjectKind kind) => [.. subjects.Where(s => s.Kind == kind).Select(s => s.Id)];

    private static async Task<IReadOnlyList<PairStanding>> PairsAsync(WorkbenchDbContext db, List<long> ids, CancellationToken cancellationToken)
    {
        if (ids.Count == 0)
        {
            return [];
        }

        var rows = await (
            from pair in db.Pairs.AsNoTracking()
            where EF.Parameter(ids).Contains(pair.Id)
            join found in db.Judgments on pair.JudgmentId equals found.Id into judgments
            from judgment in judgments.DefaultIfEmpty()
            select new { pair, Targets = pair.Targets.Select(t => t.CategoryId).ToList(), judgment }).ToListAsync(cancellationToken);
        return [.. rows.Select(r => new PairStanding(
            r.pair.Id, r.pair.Version, r.pair.State, r.Targets, r.pair.JudgmentId, r.judgment?.By ?? "", r.judgment?.At, r.judgment?.Reason ?? ""))];
    }

    private static async Task<IReadOnlyList<TitleStanding>> TitlesAsync(WorkbenchDbContext db, List<long> ids, CancellationToken cancellationToken)
    {
        if (ids.Count == 0)
        {
            return [];
        }

        var rows = await (
            from title in db.TitleNormalisations.AsNoTracking()
            where EF.Parameter(ids).Contains(title.Id)
            join found in db.Judgments on title.JudgmentId equals found.Id into judgments
            from judgment in judgments.DefaultIfEmpty()
            select new { title, judgment }).ToListAsync(cancellationToken);
        return [.. rows.Select(r => new TitleStanding(
            r.title.Id, r.title.Version, r.title.State, r.title.ApprovedText, r.title.JudgmentId, r.judgment?.By ?? "", r.judgment?.At, r.judgment?.Reason ?? ""))];
    }
}
