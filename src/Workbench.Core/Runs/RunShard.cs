namespace LlmRec.Workbench.Runs;

/// <summary>A range of a run's items that one worker holds at a time.</summary>
public sealed class RunShard
{
    public int RunId { get; init; }
    public int Number { get; init; }

    /// <summary>First item position, inclusive.</summary>
    public int From { get; init; }

    /// <summary>Last item position, exclusive.</summary>
    public int To { get; init; }

    /// <summary>Which worker process holds the shard; empty for nobody.</summary>
    public string LeaseOwner { get; set; } = "";

    /// <summary>The lease is free after this moment even if its owner never gave it back.</summary>
    public DateTimeOffset LeaseUntil { get; set; }
}
