using LlmRec.Workbench.Storage;
using Microsoft.EntityFrameworkCore;

namespace LlmRec.Workbench.Review;

/// <summary>Reads what holds for pairs.</summary>
internal static class PairStandings
{
    public static async Task<IReadOnlyList<PairStanding>> GetStandingsAsync(
        this WorkbenchDbContext db, IReadOnlyList<long> pairIds, CancellationToken cancellationToken)
    {
        var rows = await (
            from pair in db.Pairs.AsNoTracking()
            where EF.Parameter(pairIds).Contains(pair.Id)
            join found in db.Judgments on pair.JudgmentId equals found.Id into judgments
            from judgment in judgments.DefaultIfEmpty()
            select new { pair, Targets = pair.Targets.Select(t => t.CategoryId).ToList(), judgment }).ToListAsync(cancellationToken);
        return [.. rows.Select(r => new PairStanding(
            r.pair.Id, r.pair.Version, r.pair.State, r.Targets, r.pair.JudgmentId, r.judgment?.By ?? "", r.judgment?.At, r.judgment?.Reason ?? ""))];
    }
}
