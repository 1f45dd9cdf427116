using LlmRec.Workbench.Security;
using LlmRec.Workbench.Storage;
using Microsoft.EntityFrameworkCore;

namespace LlmRec.Workbench.Review;

/// <summary>Records what people decide about pairs. Rows are only ever added; every action is one batch in one transaction and can be undone.</summary>
public sealed class JudgmentService
{
    /// <summary>Judges one pair. A request made against an older version of the pair is a conflict and changes nothing.</summary>
    public Task<JudgmentResult> JudgeAsync(Caller caller, JudgmentRequest request, CancellationToken cancellationToken = default) =>
        throw new NotImplementedException();

    public Task<AcceptPreview> PreviewAcceptAsync(AcceptRequest request, CancellationToken cancellationToken = default) =>
        throw new NotImplementedException();

    /// <summary>Approves everything that the request covers in one batch.</summary>
    public Task<AcceptResult> AcceptAsync(Caller caller, AcceptRequest request, CancellationToken cancellationToken = default) =>
        throw new NotImplementedException();

    /// <summary>Approves every clearly mapped waiting pair at or above a score, in the whole catalog or below one source category.</summary>
    public Task<AcceptResult> AcceptAsync(Caller caller, double minScore, string reason, string? scopeId = null, CancellationToken cancellationToken = default) =>
        AcceptAsync(caller, new AcceptRequest(new ReviewFilter { SourceScope = scopeId }, minScore, reason), cancellationToken);

    /// <summary>Takes a batch back, except for pairs that somebody judged since. Undoing an undo makes its judgments hold again.</summary>
    public Task<UndoResult> UndoAsync(Caller caller, long batchId, CancellationToken cancellationToken = default) =>
        throw new NotImplementedException();

    /// <summary>Takes back the caller's newest batch that still holds.</summary>
    public Task<UndoResult> UndoLastAsync(Caller caller, CancellationToken cancellationToken = default) =>
        throw new NotImplementedException();

    /// <summary>The newest batches of everybody.</summary>
    public Task<IReadOnlyList<BatchSummary>> GetRecentBatchesAsync(int take = 50, CancellationToken cancellationToken = default) =>
        throw new NotImplementedException();
}
