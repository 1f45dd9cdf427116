namespace LlmRec.Workbench.Complements;

/// <summary>What people have decided about a pair.</summary>
public enum PairState
{
    Waiting,
    Approved,
    Rejected,

    /// <summary>Right or not, the site has no category for it.</summary>
    NoCategory,
}
