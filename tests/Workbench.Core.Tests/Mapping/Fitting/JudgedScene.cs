using LlmRec.Workbench.Complements;
using LlmRec.Workbench.Mapping;
using LlmRec.Workbench.Review;
using Microsoft.EntityFrameworkCore;
using static LlmRec.Workbench.Tests.Mapping.Settings.QueueScene;

namespace LlmRec.Workbench.Tests.Mapping.Fitting;

/// <summary>Judgments on the queue scene, made as people make them.</summary>
internal static class JudgedScene
{
    /// <summary>Judges one pair of each text: confirms the first candidate, or says for every <paramref name="wrongEvery"/>th that it is none.</summary>
    public static async Task JudgeAsync(this TestDatabase database, int texts, int wrongEvery)
    {
        await using var db = database.Open();
        var pairs = await db.Pairs.AsNoTracking().Where(p => p.BestTargetId != null && p.BestTargetId != p.SourceId).OrderBy(p => p.Id).ToListAsync();
        foreach (var (index, pair) in pairs.DistinctBy(p => p.MappingId).Take(texts).Index())
        {
            var request = index % wrongEvery == 0
                ? new JudgmentRequest(pair.Id, pair.Version, Decision.NoCategory, [])
                : new JudgmentRequest(pair.Id, pair.Version, Decision.Approve, [pair.BestTargetId!], 1);
            (await database.Get<JudgmentService>().JudgeAsync(Ann, request)).ShouldBeOfType<JudgmentResult.Done>();
        }
    }

    /// <summary>Two waiting pairs of one text, and a category that is not its first candidate.</summary>
    public static async Task<(Pair One, Pair Other, string Right)> TwoPairsAsync(this TestDatabase database)
    {
        await using var db = database.Open();
        var mapping = await db.Mappings.AsNoTracking().Include(m => m.Candidates).Where(m => m.Outcome == MappingOutcome.Ambiguous && !m.Candidates.Any(c => c.Exact >= 1))
            .OrderBy(m => m.Id).FirstAsync(m => m.Candidates.Count > 2);
        var pairs = await db.Pairs.AsNoTracking().Where(p => p.MappingId == mapping.Id).OrderBy(p => p.Id).ToListAsync();
        return (pairs[0], pairs[1], mapping.Candidates.Single(c => c.Rank == 2).CategoryId);
    }
}
