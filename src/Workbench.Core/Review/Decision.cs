namespace LlmRec.Workbench.Review;

/// <summary>What a judgment says.</summary>
public enum Decision
{
    Approve,
    Reject,
    NoCategory,

    /// <summary>A title has something to mend: it goes to the repair queue.</summary>
    Repair,

    /// <summary>Takes a judgment back; the pair or title is again what it was before.</summary>
    Undo,
}
