using LlmRec.Workbench.Catalog;
using LlmRec.Workbench.Mapping;
using LlmRec.Workbench.Security;
using LlmRec.Workbench.Storage;
using Microsoft.EntityFrameworkCore;

namespace LlmRec.Workbench.Review;

/// <summary>Records what people decide about pairs and proposed titles. Rows are only ever added; every action is one batch in one transaction and can be undone.</summary>
public sealed class JudgmentService(
    IDbContextFactory<WorkbenchDbContext> contexts, CatalogService catalog, MappingStore mappings, TimeProvider time)
{
    private const int MaxTries = 3;

    /// <summary>Judges one pair or title. A request made against an older version of it is a conflict and changes nothing.</summary>
    public async Task<JudgmentResult> JudgeAsync(Caller caller, SubjectRequest request, CancellationToken cancellationToken = default)
    {
        caller.Demand(Policies.Review);
        if (!request.Possible.Contains(request.Decision))
        {
            throw new ArgumentException(
                $"{request.Decision} is no decision on a {request.Subject.Kind}: {string.Join(", ", request.Possible)} are. A judgment is undone by its batch: call {nameof(UndoAsync)}.",
                nameof(request));
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

    /// <summary>Judges one proposed title, see <see cref="JudgeAsync"/>. A sentence of one's own is approved even when it breaks a check.</summary>
    public Task<JudgmentResult> JudgeTitleAsync(Caller caller, TitleJudgmentRequest request, CancellationToken cancellationToken = default) =>
        JudgeAsync(caller, request, cancellationToken);

    /// <summary>What <see cref="AcceptAsync(Caller, AcceptRequest, CancellationToken)"/> would do now.</summary>
    public async Task<AcceptPreview<AcceptSample>> PreviewAcceptAsync(AcceptRequest request, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await new PairAccept(db, await catalog.GetTreeAsync(cancellationToken), request).PreviewAsync(cancellationToken);
    }

    /// <summary>Approves everything that the request covers in one batch: all of it or, cancelled or failed, nothing.</summary>
    public async Task<AcceptResult> AcceptAsync(Caller caller, AcceptRequest request, CancellationToken cancellationToken = default)
    {
        caller.Demand(Policies.Review);
        ArgumentOutOfRangeException.ThrowIfNegative(request.MinScore);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(request.MinScore, 1);
        var tree = await catalog.GetTreeAsync(cancellationToken);
        return await RetryAsync(db => new PairAccept(db, tree, request).AcceptAsync(caller, time.GetUtcNow(), cancellationToken), cancellationToken);
    }

    /// <summary>Approves every clearly mapped waiting pair at or above a score, in the whole catalog or below one source category.</summary>
    public Task<AcceptResult> AcceptAsync(Caller caller, double minScore, string reason, string? scopeId = null, CancellationToken cancellationToken = default) =>
        AcceptAsync(caller, new AcceptRequest(new ReviewFilter { SourceScope = scopeId }, minScore, reason), cancellationToken);

    /// <summary>What <see cref="AcceptTitlesAsync"/> would do now.</summary>
    public async Task<AcceptPreview<TitleAcceptSample>> PreviewAcceptTitlesAsync(TitleAcceptRequest request, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await new TitleAccept(db, await catalog.GetTreeAsync(cancellationToken), request).PreviewAsync(cancellationToken);
    }

    /// <summary>Approves every waiting title of the filter that breaks no check, in one batch: all of it or, cancelled or failed, nothing.</summary>
    public async Task<AcceptResult> AcceptTitlesAsync(Caller caller, TitleAcceptRequest request, CancellationToken cancellationToken = default)
    {
        caller.Demand(Policies.Review);
        var tree = await catalog.GetTreeAsync(cancellationToken);
        return await RetryAsync(db => new TitleAccept(db, tree, request).AcceptAsync(caller, time.GetUtcNow(), cancellationToken), cancellationToken);
    }

    /// <summary>Takes a batch back, except for what somebody judged since. Undoing an undo makes its judgments hold again.</summary>
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
        var rows = await db.JudgmentBatches.AsNoTracking().OrderByDescending(b => b.Id).Take(take).Select(b => new
        {
            Batch = b,
            First = db.Judgments.Where(j => j.BatchId == b.Id).OrderBy(j => j.Id).FirstOrDefault(),
            UndoneBy = db.JudgmentBatches.Where(u => u.Id == b.UndoneById).Select(u => u.By).FirstOrDefault(),
        }).ToListAsync(cancellationToken);
        return [.. rows.Select(r => new BatchSummary(
            r.Batch.Id, r.Batch.Kind, r.Batch.Count, r.Batch.Description, r.Batch.Kind == BatchKind.Judge ? r.First?.Decision : null, r.First?.Subject,
            r.Batch.By, r.Batch.At, r.Batch.UndoneById, r.UndoneBy))];
    }

    // On PostgreSQL somebody else can judge between our reading and writing it; the whole action then rolled back and is simply made again.
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
