namespace LlmRec.Workbench.Review;

/// <summary>Judgments made by one action, so that they can be undone by one action.</summary>
public sealed class JudgmentBatch
{
    public long Id { get; init; }
    public BatchKind Kind { get; init; }
    public int Count { get; set; }
    public required string Description { get; init; }
    public required string By { get; init; }
    public DateTimeOffset At { get; init; }

    /// <summary>The batch that undid this one; null while it stands.</summary>
    public long? UndoneById { get; set; }
}
