using LlmRec.Workbench.Catalog;
using LlmRec.Workbench.Complements;
using LlmRec.Workbench.Security;
using LlmRec.Workbench.Storage;
using Microsoft.EntityFrameworkCore;

namespace LlmRec.Workbench.Review;

/// <summary>Approves the best candidate of many pairs in one batch.</summary>
internal sealed class BulkAccept(WorkbenchDbContext db, CategoryTree tree, AcceptRequest request)
{
    private const int SampleSize = 20;
    private const int ChunkSize = 2000;

    public async Task<AcceptPreview> PreviewAsync(CancellationToken cancellationToken)
    {
        var pairs = Pairs();
        var count = await pairs.CountAsync(cancellationToken);

        // Multiplying by a large prime scatters the IDs, so the sample is spread over everything and yet the same at every look.
        var rows = await pairs.OrderBy(p => p.Id * 7919 % 10007).ThenBy(p => p.Id).Take(SampleSize)
            .Select(p => new { p.Id, p.SourceId, p.Text, p.BestTargetId, p.Score }).ToListAsync(cancellationToken);
        return new(count, [.. rows.Select(p => new AcceptSample(p.Id, tree.PathOf(p.SourceId), p.Text, tree.PathOf(p.BestTargetId!), p.Score))]);
    }

    public async Task<AcceptResult> AcceptAsync(Caller caller, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var batch = new JudgmentBatch { Kind = BatchKind.Accept, Description = Description(), By = caller.Name, At = now };
        db.Add(batch);
        await db.SaveChangesAsync(cancellationToken);
        var count = await AppendAllAsync(batch, cancellationToken);
        if (count == 0)
        {
            return new(0, null);
        }

        batch.Count = count;
        db.Update(batch);
        await db.SaveChangesAsync(cancellationToken);
        if (await ApproveAsync(batch.Id, cancellationToken) != count)
        {
            throw new DbUpdateConcurrencyException("Somebody judged one of these pairs in the meantime.");
        }

        await transaction.CommitAsync(cancellationToken);
        return new(count, batch.Id);
    }

    private IQueryable<Pair> Pairs() => db.Matching(request.Filter, tree).Acceptable(db, request.MinScore);

    private async Task<int> AppendAllAsync(JudgmentBatch batch, CancellationToken cancellationToken)
    {
        var count = 0;
        for (var lastId = 0L; ;)
        {
            var chunk = await Pairs().Where(p => p.Id > lastId).OrderBy(p => p.Id).Take(ChunkSize)
                .Select(p => new { p.Id, Target = p.BestTargetId!, p.JudgmentId }).ToListAsync(cancellationToken);
            if (chunk.Count == 0)
            {
                return count;
            }

            db.AddRange(chunk.Select(p => new Judgment
            {
                PairId = p.Id,
                BatchId = batch.Id,
                Decision = Decision.Approve,
                TargetIds = p.Target,
                CandidateRank = 1,
                Reason = request.Reason.Trim(),
                By = batch.By,
                At = batch.At,
                ReplacesId = p.JudgmentId,
            }));
            db.AddRange(chunk.Select(p => new PairTarget { PairId = p.Id, CategoryId = p.Target }));
            await db.SaveChangesAsync(cancellationToken);
            db.ChangeTracker.Clear();
            lastId = chunk[^1].Id;
            count += chunk.Count;
        }
    }

    private Task<int> ApproveAsync(long batchId, CancellationToken cancellationToken) =>
        db.Pairs.Where(p => p.State == PairState.Waiting && db.Judgments.Any(j => j.PairId == p.Id && j.BatchId == batchId))
            .ExecuteUpdateAsync(
                set => set.SetProperty(p => p.State, PairState.Approved)
                    .SetProperty(p => p.Version, p => p.Version + 1)
                    .SetProperty(p => p.JudgmentId, p => db.Judgments.Where(j => j.PairId == p.Id && j.BatchId == batchId).Max(j => (long?)j.Id)),
                cancellationToken);

    private string Description()
    {
        var scope = request.Filter.SourceScope is { } id ? $" · {tree.PathOf(id)}" : "";
        var reason = request.Reason.Trim() is { Length: > 0 } text ? $" · {text}" : "";
        return FormattableString.Invariant($"≥ {request.MinScore:0.00}{scope}{reason}");
    }
}
