namespace LlmRec.Workbench.Runs;

/// <summary>One prompt version asked of one model about every subject of a scope.</summary>
public sealed class Run
{
    public int Id { get; init; }

    /// <summary>The run kind, for example <c>complements</c>.</summary>
    public required string Kind { get; init; }

    public int PromptVersionId { get; init; }

    /// <summary>Copies of what the run was started with, so that its numbers stay readable whatever changes later.</summary>
    public required string PromptName { get; init; }

    public int PromptVersionNumber { get; init; }
    public required string ModelProfile { get; init; }
    public required string Model { get; init; }

    /// <summary>Whether answers come from recorded knowledge instead of a live model.</summary>
    public bool Recorded { get; init; }

    /// <summary><c>all</c> or the ID of the category whose subtree was asked about.</summary>
    public required string Scope { get; init; }

    public RunStatus Status { get; set; }

    /// <summary>Why the run paused by itself; empty otherwise.</summary>
    public string StatusReason { get; set; } = "";

    public int ItemCount { get; init; }

    /// <summary>The run pauses when it has spent this much, in <see cref="Currency"/>; null for no limit.</summary>
    public decimal? CostLimit { get; init; }

    public string Currency { get; init; } = "";
    public required string CreatedBy { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? StartedAt { get; set; }
    public DateTimeOffset? FinishedAt { get; set; }
}
