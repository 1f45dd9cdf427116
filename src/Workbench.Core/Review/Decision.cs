namespace LlmRec.Workbench.Review;

/// <summary>What a judgment says.</summary>
public enum Decision
{
    Approve,
    Reject,
    NoCategory,

    /// <summary>Takes a judgment back; the pair is again what it was before.</summary>
    Undo,
}
