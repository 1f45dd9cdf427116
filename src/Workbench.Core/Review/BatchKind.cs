namespace LlmRec.Workbench.Review;

/// <summary>What kind of action a batch of judgments was.</summary>
public enum BatchKind
{
    /// <summary>A person decided on one pair.</summary>
    Judge,

    /// <summary>Everything at or above a score was approved at once.</summary>
    Accept,

    /// <summary>Another batch was taken back.</summary>
    Undo,

    /// <summary>An undo was taken back: the judgments hold again.</summary>
    Redo,
}
