using LlmRec.Workbench.Catalog;
using LlmRec.Workbench.Mapping;
using LlmRec.Workbench.Security;
using LlmRec.Workbench.Storage;
using Microsoft.EntityFrameworkCore;

namespace LlmRec.Workbench.Review;

/// <summary>Records what people decide about pairs. Rows are only ever added; every action is one batch in one transaction and can be undone.</summary>
public sealed class JudgmentService(
    IDbContextFactory<WorkbenchDbContext> contexts, CatalogService catalog, MappingStore mappings, TimeProvider time)
{
    private const int MaxTries = 3;

    /// <summary>Judges one pair. A request made against an older version of the pair is a conflict and changes nothing.</summary>
    public async Task<JudgmentResult> JudgeAsync(Caller caller, JudgmentRequest request, CancellationToken cancellationToken = default)
    {
        caller.Demand(Policies.Review);
        if (request.Decision == Decision.Undo)
        {
            throw new ArgumentException($"A judgment is undone by its batch: call {nameof(UndoAsync)}.", nameof(request));
        }

        try
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            var tree = await catalog.GetTreeAsync(cancellationToken);
            return await new Judge(db, tree, mappings).RecordAsync(caller, request, time.GetUtcNow(), cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            return await Judge.ConflictAsync(db, request, cancellationToken);
        }
    }

    /// <summary>What <see cref="AcceptAsync(Caller, AcceptRequest, CancellationToken)"/> would do now.</summary>
    public async Task<AcceptPreview> PreviewAcceptAsync(AcceptRequest request, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await new BulkAccept(db, await catalog.GetTreeAsync(cancellationToken), request).PreviewAsync(cancellationToken);
    }

    /// <summary>Approves everything that the request covers in one batch: all of it or, cancelled or failed, nothing.</summary>
    public async Task<AcceptResult> AcceptAsync(Caller caller, AcceptRequest request, CancellationToken cancellationToken = default)
    {
        caller.Demand(Policies.Review);
        ArgumentOutOfRangeException.ThrowIfNegative(request.MinScore);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(request.MinScore, 1);
        var tree = await catalog.GetTreeAsync(cancellationToken);
        return await RetryAsync(db => new BulkAccept(db, tree, request).AcceptAsync(caller, time.GetUtcNow(), cancellationToken), cancellationToken);
    }

    /// <summary>Approves every clearly mapped waiting pair at or above a score, in the whole catalog or below one source category.</summary>
    public Task<AcceptResult> AcceptAsync(Caller caller, double minScore, string reason, string? scopeId = null, CancellationToken cancellationToken = default) =>
        AcceptAsync(caller, new AcceptRequest(new ReviewFilter { SourceScope = scopeId }, minScore, reason), cancellationToken);

    /// <summary>Takes a batch back, except for pairs that somebody judged since. Undoing an undo makes its judgments hold again.</summary>
    public Task<UndoResult> UndoAsync(Caller caller, long batchId, CancellationToken cancellationToken = default)
    {
        caller.Demand(Policies.Review);
        return RetryAsync(db => new BatchUndo(db, mappings).UndoAsync(caller, batchId, time.GetUtcNow(), cancellationToken), cancellationToken);
    }

    /// <summary>Takes back the caller's newest batch that still holds.</summary>
    public async Task<UndoResult> UndoLastAsync(Caller caller, CancellationToken cancellationToken = default)
    {
        caller.Demand(Policies.Review);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var last = await db.JudgmentBatches.Where(b => b.By == caller.Name && b.UndoneById == null && b.Kind != BatchKind.Undo)
            .OrderByDescending(b => b.Id).Select(b => (long?)b.Id).FirstOrDefaultAsync(cancellationToken);
        return last is { } id ? await UndoAsync(caller, id, cancellationToken) : new(UndoStatus.NothingToUndo, null, 0, []);
    }

    /// <summary>The newest batches of everybody.</summary>
    public async Task<IReadOnlyList<BatchSummary>> GetRecentBatchesAsync(int take = 50, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.JudgmentBatches.AsNoTracking().OrderByDescending(b => b.Id).Take(take).Select(b => new BatchSummary(
            b.Id, b.Kind, b.Count, b.Description,
            b.Kind == BatchKind.Judge ? db.Judgments.Where(j => j.BatchId == b.Id).Select(j => (Decision?)j.Decision).FirstOrDefault() : null,
            b.By, b.At, b.UndoneById,
            db.JudgmentBatches.Where(u => u.Id == b.UndoneById).Select(u => u.By).FirstOrDefault())).ToListAsync(cancellationToken);
    }

    // On PostgreSQL somebody else can judge a pair between our reading and writing it; the whole action then rolled back and is simply made again.
    private async Task<T> RetryAsync<T>(Func<WorkbenchDbContext, Task<T>> action, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await using var db = await contexts.CreateDbContextAsync(cancellationToken);
                return await action(db);
            }
            catch (DbUpdateConcurrencyException) when (attempt < MaxTries)
            {
                await Task.Yield();
            }
        }
    }
}
