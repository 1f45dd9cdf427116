namespace LlmRec.Workbench.Runs;

/// <summary>Where a run stands. Running → Paused → Running …; Completed and Cancelled can become Running again only by retrying failed items.</summary>
public enum RunStatus
{
    Running,
    Paused,
    Cancelled,
    Completed,
}
