using LlmRec.Workbench.Storage;
using Microsoft.EntityFrameworkCore;

namespace LlmRec.Workbench.Embeddings;

/// <summary>The rows of vector sets that are being made.</summary>
public sealed class VectorStore(IDbContextFactory<WorkbenchDbContext> contexts, TimeProvider time)
{
    /// <summary>Ends a set whose work could not begin, with the reason: nothing else would, and it would wait for ever.</summary>
    public Task FailWaitingAsync(int number, string reason) =>
        ChangeAsync(number, VectorSetStatus.Waiting, set => (set.Status, set.Error) = (VectorSetStatus.Failed, reason));

    internal async Task<VectorSet> ReadAsync(int number, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.VectorSets.AsNoTracking().SingleAsync(v => v.Number == number, cancellationToken);
    }

    internal async Task<List<VectorSet>> ReadUnfinishedAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.VectorSets.AsNoTracking().Where(v => v.Status == VectorSetStatus.Waiting || v.Status == VectorSetStatus.Running)
            .OrderBy(v => v.Number).ToListAsync(cancellationToken);
    }

    /// <summary>Changes the row if it has the status <paramref name="from"/>, and says whether it had. Not cancellable: files may be in place already.</summary>
    internal async Task<bool> ChangeAsync(int number, VectorSetStatus from, Action<VectorSet> change)
    {
        await using var db = await contexts.CreateDbContextAsync(CancellationToken.None);
        if (await db.VectorSets.SingleOrDefaultAsync(v => v.Number == number && v.Status == from, CancellationToken.None) is not { } set)
        {
            return false;
        }

        change(set);
        set.FinishedAt = set.Status is VectorSetStatus.Waiting or VectorSetStatus.Running ? null : time.GetUtcNow();
        await db.SaveChangesAsync(CancellationToken.None);
        return true;
    }
}
