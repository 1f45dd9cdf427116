using LlmRec.Workbench.Complements;
using LlmRec.Workbench.Review;
using LlmRec.Workbench.Storage;
using Microsoft.EntityFrameworkCore;

namespace LlmRec.Workbench.Mapping.Evaluation;

/// <summary>
/// This site's own judgments as a gold set: what people approved for a text, one text once, whatever it was said about. Texts that were only approved in bulk are left
/// out: there the machine's own first candidate was taken unseen, and measuring with it would measure the machine with itself.
/// </summary>
public sealed class JudgedGold(IDbContextFactory<WorkbenchDbContext> contexts)
{
    /// <summary>The name of the set; no language of its own, people see a translation.</summary>
    public const string Title = "judgments";

    /// <summary>Strata: a person chose something else than the machine's first candidate, confirmed it, or said that the tree has no category.</summary>
    public const string Corrected = "corrected";
    public const string Confirmed = "confirmed";
    public const string NoCategory = "no-category";

    /// <summary>In the order of the texts. Empty while nobody has judged a pair.</summary>
    public async Task<GoldMaterial> ReadAsync(CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var judged = await (
            from pair in db.Pairs
            join judgment in db.Judgments on pair.JudgmentId equals judgment.Id
            join batch in db.JudgmentBatches on judgment.BatchId equals batch.Id
            where pair.State == PairState.Approved || pair.State == PairState.NoCategory
            orderby pair.Mapping!.Key, pair.Id
            select new Judged(
                pair.Mapping!.Key, pair.Mapping.Text, pair.State, judgment.TargetIds, judgment.CandidateRank == 1,
                batch.Kind == BatchKind.Accept || (batch.Kind == BatchKind.Redo && batch.Count > 1))).AsNoTracking().ToListAsync(cancellationToken);
        var texts = judged.GroupBy(j => j.Key).Select(g => g.Where(j => !j.InBulk).ToList()).ToList();
        return new GoldMaterial(Title, [.. texts.Where(t => t.Count > 0).Select(NameOf)], FromJudgments: true, texts.Count(t => t.Count == 0));
    }

    private static GoldName NameOf(List<Judged> judged)
    {
        var approved = judged.Where(j => j.State == PairState.Approved).ToList();
        var ids = approved.SelectMany(j => Judgment.Split(j.TargetIds)).Distinct().ToList();
        return new GoldName(judged[0].Text, ids, approved.Count == 0 ? NoCategory : approved.TrueForAll(j => j.FirstCandidate) ? Confirmed : Corrected);
    }

    private sealed record Judged(string Key, string Text, PairState State, string TargetIds, bool FirstCandidate, bool InBulk);
}
