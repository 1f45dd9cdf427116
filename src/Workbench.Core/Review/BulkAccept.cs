using LlmRec.Workbench.Security;
using LlmRec.Workbench.Storage;
using Microsoft.EntityFrameworkCore;

namespace LlmRec.Workbench.Review;

/// <summary>Approves what the machine proposes for many subjects of one kind in one batch.</summary>
internal abstract class BulkAccept<TSample>(WorkbenchDbContext db)
{
    private const int SampleSize = 20;
    private const int ChunkSize = 2000;

    protected abstract string Description { get; }

    public async Task<AcceptPreview<TSample>> PreviewAsync(CancellationToken cancellationToken) =>
        new(await CountAsync(cancellationToken), await SampleAsync(SampleSize, cancellationToken));

    public async Task<AcceptResult> AcceptAsync(Caller caller, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var batch = new JudgmentBatch { Kind = BatchKind.Accept, Description = Description, By = caller.Name, At = now };
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
            throw new DbUpdateConcurrencyException("Somebody judged one of these in the meantime.");
        }

        await transaction.CommitAsync(cancellationToken);
        return new(count, batch.Id);
    }

    protected abstract Task<int> CountAsync(CancellationToken cancellationToken);

    /// <summary>Spread evenly over everything and yet the same at every look.</summary>
    protected abstract Task<IReadOnlyList<TSample>> SampleAsync(int size, CancellationToken cancellationToken);

    /// <summary>The next approvals in the order of the subjects' IDs, each with what else it adds.</summary>
    protected abstract Task<IReadOnlyList<Judgment>> NextAsync(JudgmentBatch batch, long lastId, int take, CancellationToken cancellationToken);

    /// <summary>Makes the batch's judgments stand where still nobody else has judged; says how many do.</summary>
    protected abstract Task<int> ApproveAsync(long batchId, CancellationToken cancellationToken);

    private async Task<int> AppendAllAsync(JudgmentBatch batch, CancellationToken cancellationToken)
    {
        var count = 0;
        for (var lastId = 0L; ;)
        {
            var chunk = await NextAsync(batch, lastId, ChunkSize, cancellationToken);
            if (chunk.Count == 0)
            {
                return count;
            }

            db.AddRange(chunk);
            await db.SaveChangesAsync(cancellationToken);
            db.ChangeTracker.Clear();
            lastId = chunk[^1].Subject.Id;
            count += chunk.Count;
        }
    }
}
