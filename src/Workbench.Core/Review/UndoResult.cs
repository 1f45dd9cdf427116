namespace LlmRec.Workbench.Review;

/// <summary>What an undo took back. What somebody judged since is left as it is and listed in <paramref name="Conflicts"/>.</summary>
/// <param name="BatchId">The batch that the undo itself made, so that it can be undone; null when nothing was taken back.</param>
/// <param name="First">The first pair or title that was taken back.</param>
public sealed record UndoResult(UndoStatus Status, long? BatchId, int Undone, IReadOnlyList<UndoConflict> Conflicts, SubjectRef? First = null);

/// <summary>Whether an undo could be tried.</summary>
public enum UndoStatus
{
    Done,

    /// <summary>The caller has no batch left that could be undone.</summary>
    NothingToUndo,
    UnknownBatch,

    /// <summary>Somebody has undone this batch; undo that undo to have it again.</summary>
    AlreadyUndone,
}

/// <summary>A pair or title that an undo left alone, with the later decision that holds.</summary>
public sealed record UndoConflict(string Text, Standing Current);
