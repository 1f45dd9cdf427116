namespace LlmRec.Workbench.Titles;

/// <summary>Where a proposed sentence stands.</summary>
public enum TitleState
{
    Waiting,

    /// <summary>A check or a person found something to mend: ask again, or write the sentence by hand.</summary>
    Repair,
    Approved,
    Rejected,
}
