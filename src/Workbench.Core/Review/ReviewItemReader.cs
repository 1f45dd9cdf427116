using LlmRec.Workbench.Catalog;
using LlmRec.Workbench.Complements;
using LlmRec.Workbench.Mapping.Choices;
using LlmRec.Workbench.Storage;
using Microsoft.EntityFrameworkCore;

namespace LlmRec.Workbench.Review;

/// <summary>Gathers one <see cref="ReviewItem"/>.</summary>
internal sealed class ReviewItemReader(WorkbenchDbContext db, CategoryTree tree)
{
    private const int MaxOrigins = 20;
    private const int MaxItems = 5;

    public async Task<ReviewItem?> ReadAsync(long pairId, CancellationToken cancellationToken)
    {
        var pair = await db.Pairs.AsNoTracking().FirstOrDefaultAsync(p => p.Id == pairId, cancellationToken);
        if (pair is null)
        {
            return null;
        }

        var standing = (PairStanding)await db.GetStandingAsync(SubjectRef.Pair(pairId), cancellationToken);
        var candidates = await CandidatesAsync(pair, cancellationToken);
        return new()
        {
            Pair = new(pair.Id, pair.SourceId, tree.PathOf(pair.SourceId), pair.Text, pair.Outcome, pair.Score, pair.Support, standing),
            Candidates = candidates,
            Siblings = await SiblingsAsync(pair, cancellationToken),
            Judgments = await JudgmentsAsync(pair, cancellationToken),
            Origins = await OriginsAsync(pair, cancellationToken),
            SampleItems = candidates.Count == 0 ? [] : await ItemsAsync(candidates[0].CategoryId, cancellationToken),
            Votes = await VotesAsync(pair, cancellationToken),
        };
    }

    private async Task<List<ReviewCandidate>> CandidatesAsync(Pair pair, CancellationToken cancellationToken)
    {
        var rows = await db.MappingCandidates.AsNoTracking().Where(c => c.MappingId == pair.MappingId).OrderBy(c => c.Rank).ToListAsync(cancellationToken);
        return [.. rows.Select(c => new ReviewCandidate(c.Rank, c.CategoryId, tree.PathOf(c.CategoryId), c.Score, c.Accepted, c.Evidence()))];
    }

    private async Task<IReadOnlyList<ModelVote>> VotesAsync(Pair pair, CancellationToken cancellationToken)
    {
        var key = await db.Mappings.Where(m => m.Id == pair.MappingId).Select(m => m.Key).SingleAsync(cancellationToken);
        return await db.MappingChoices.VotesAsync(key, cancellationToken);
    }

    private async Task<List<SiblingPair>> SiblingsAsync(Pair pair, CancellationToken cancellationToken)
    {
        var rows = await db.Pairs.AsNoTracking().Where(p => p.SourceId == pair.SourceId && p.Id != pair.Id)
            .OrderByDescending(p => p.Score).ThenBy(p => p.Id).Take(ReviewQueue.MaxSiblings)
            .Select(p => new { p.Id, p.Text, p.BestTargetId, p.Score, p.State, Target = p.Targets.Select(t => t.CategoryId).FirstOrDefault() })
            .ToListAsync(cancellationToken);
        return [.. rows.Select(p => new SiblingPair(
            p.Id, p.Text, (p.Target ?? p.BestTargetId) is { } target ? tree.PathOf(target) : null, p.Score, p.State))];
    }

    private async Task<List<PastJudgment>> JudgmentsAsync(Pair pair, CancellationToken cancellationToken)
    {
        var rows = await db.Judgments.AsNoTracking().Where(j => j.PairId == pair.Id).OrderByDescending(j => j.Id).ToListAsync(cancellationToken);
        return [.. rows.Select(j => j.ToPast(tree, pair.JudgmentId))];
    }

    private Task<List<MentionOrigin>> OriginsAsync(Pair pair, CancellationToken cancellationToken) => (
        from mention in db.Mentions.AsNoTracking()
        where mention.PairId == pair.Id
        join run in db.Runs on mention.RunId equals run.Id
        orderby mention.RunItemId descending
        select new MentionOrigin(
            run.Id, mention.RunItemId, run.PromptName, run.PromptVersionNumber, run.Model, run.Recorded, mention.Rank))
        .Take(MaxOrigins).ToListAsync(cancellationToken);

    private Task<List<Item>> ItemsAsync(string categoryId, CancellationToken cancellationToken) =>
        db.Items.AsNoTracking().Where(i => i.CategoryId == categoryId).OrderBy(i => i.Id).Take(MaxItems).ToListAsync(cancellationToken);
}
