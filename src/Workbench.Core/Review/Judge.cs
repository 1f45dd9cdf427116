using LlmRec.Workbench.Catalog;
using LlmRec.Workbench.Mapping;
using LlmRec.Workbench.Security;
using LlmRec.Workbench.Storage;

namespace LlmRec.Workbench.Review;

/// <summary>Records one judgment on one pair or title.</summary>
internal sealed class Judge(WorkbenchDbContext db, CategoryTree tree, MappingStore mappings)
{
    public async Task<JudgmentResult> RecordAsync(Caller caller, SubjectRequest request, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var subject = (await db.LoadAsync([request.Subject], cancellationToken)).Values.SingleOrDefault();
        if (new DecisionRules(tree).Refusal(subject, request) is { } refusal)
        {
            return refusal;
        }

        if (subject!.Version != request.Version)
        {
            return await ConflictAsync(db, request, cancellationToken);
        }

        var judgment = await AppendAsync(caller, subject, request, now, cancellationToken);
        var writer = new StandingWriter(db, mappings);
        await writer.ApplyAsync([new(subject, judgment)], cancellationToken);
        await writer.SaveAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return new JudgmentResult.Done(judgment.BatchId, subject.Version);
    }

    public static async Task<JudgmentResult> ConflictAsync(WorkbenchDbContext db, SubjectRequest request, CancellationToken cancellationToken) =>
        new JudgmentResult.Conflict(request, await db.GetStandingAsync(request.Subject, cancellationToken));

    private async Task<Judgment> AppendAsync(Caller caller, Subject subject, SubjectRequest request, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var description = subject is PairSubject { Pair: var pair } ? $"{tree.PathOf(pair.SourceId)} → {pair.Text}" : subject.Text;
        var batch = new JudgmentBatch { Kind = BatchKind.Judge, Count = 1, Description = description, By = caller.Name, At = now };
        db.Add(batch);
        await db.SaveChangesAsync(cancellationToken);
        var judgment = request.ToJudgment(batch, subject.JudgmentId);
        db.Add(judgment);
        await db.SaveChangesAsync(cancellationToken);
        return judgment;
    }
}
