using LlmRec.Workbench.Catalog;
using LlmRec.Workbench.Complements;
using LlmRec.Workbench.Mapping;
using LlmRec.Workbench.Security;
using LlmRec.Workbench.Storage;
using Microsoft.EntityFrameworkCore;

namespace LlmRec.Workbench.Review;

/// <summary>Records one judgment on one pair.</summary>
internal sealed class Judge(WorkbenchDbContext db, CategoryTree tree, MappingStore mappings)
{
    public async Task<JudgmentResult> RecordAsync(Caller caller, JudgmentRequest request, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var pair = await db.Pairs.Include(p => p.Targets).FirstOrDefaultAsync(p => p.Id == request.PairId, cancellationToken);
        if (Refusal(pair, request) is { } refusal)
        {
            return refusal;
        }

        if (pair!.Version != request.Version)
        {
            return await ConflictAsync(db, request, cancellationToken);
        }

        var judgment = await AppendAsync(caller, pair, request, now, cancellationToken);
        var writer = new StandingWriter(db, mappings);
        await writer.ApplyAsync([new(pair, judgment)], cancellationToken);
        await writer.SaveAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return new JudgmentResult.Done(judgment.BatchId, pair.Version);
    }

    public static async Task<JudgmentResult> ConflictAsync(WorkbenchDbContext db, JudgmentRequest request, CancellationToken cancellationToken) =>
        new JudgmentResult.Conflict(request, (await db.GetStandingsAsync([request.PairId], cancellationToken))[0]);

    private JudgmentResult.Refused? Refusal(Pair? pair, JudgmentRequest request)
    {
        if (pair is null)
        {
            return new(JudgmentProblem.UnknownPair, $"There is no pair {request.PairId}. Reload the queue.");
        }

        if (request.Decision != Decision.Approve)
        {
            return null;
        }

        var unknown = request.TargetIds.FirstOrDefault(id => tree.Find(id) is not { RetiredAt: null });
        return request.TargetIds.Count == 0 ? new(JudgmentProblem.NoTarget, $"Choose the category that “{pair.Text}” is, then approve.")
            : unknown is not null ? new(JudgmentProblem.UnknownTarget, $"Category {unknown} is not in the tree (any more). Choose another one.")
            : request.TargetIds.Contains(pair.SourceId) ? new(JudgmentProblem.TargetIsSource, $"{tree.PathOf(pair.SourceId)} cannot complement itself. Choose another category, or reject the pair.")
            : null;
    }

    private async Task<Judgment> AppendAsync(
        Caller caller, Pair pair, JudgmentRequest request, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var batch = new JudgmentBatch
        {
            Kind = BatchKind.Judge, Count = 1, Description = $"{tree.PathOf(pair.SourceId)} → {pair.Text}", By = caller.Name, At = now,
        };
        db.Add(batch);
        await db.SaveChangesAsync(cancellationToken);
        var judgment = new Judgment
        {
            PairId = pair.Id,
            BatchId = batch.Id,
            Decision = request.Decision,
            TargetIds = request.Decision == Decision.Approve ? Judgment.Join(request.TargetIds.Distinct()) : "",
            CandidateRank = request.Decision == Decision.Approve ? request.CandidateRank : null,
            Reason = request.Reason.Trim(),
            By = caller.Name,
            At = now,
            ReplacesId = pair.JudgmentId,
        };
        db.Add(judgment);
        await db.SaveChangesAsync(cancellationToken);
        return judgment;
    }
}
