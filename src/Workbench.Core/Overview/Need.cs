namespace LlmRec.Workbench.Overview;

/// <summary>Work that waits for a person.</summary>
/// <param name="Count">How many categories, items, pairs or titles.</param>
/// <param name="RunId">The run that it is about; null otherwise.</param>
public sealed record Need(NeedKind Kind, int Count, int? RunId = null);

/// <summary>What kind of work waits; in the order of the pipeline, which is also the order to do it in.</summary>
public enum NeedKind
{
    /// <summary>There is no category yet.</summary>
    ImportCatalog,

    /// <summary>Nothing has been asked yet.</summary>
    FirstRun,

    /// <summary>A run stands still until somebody resumes or cancels it.</summary>
    PausedRun,

    /// <summary>The newest runs hold items whose call failed.</summary>
    FailedItems,

    /// <summary>Texts could not be mapped, because an evidence source could not be asked.</summary>
    FailedMappings,

    /// <summary>Pairs wait for a decision.</summary>
    WaitingPairs,

    /// <summary>Proposed titles wait for a decision.</summary>
    WaitingTitles,

    /// <summary>Proposed titles break a rule, or were sent back: ask again or write them.</summary>
    TitlesInRepair,

    /// <summary>Approvals that no release holds yet.</summary>
    Release,
}
