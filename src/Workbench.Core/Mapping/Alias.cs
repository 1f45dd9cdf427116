namespace LlmRec.Workbench.Mapping;

/// <summary>A text that an expert confirmed to mean a category; used first the next time.</summary>
public sealed class Alias
{
    public long Id { get; init; }

    /// <summary>The normalised text.</summary>
    public required string Key { get; init; }

    public required string Text { get; init; }
    public required string CategoryId { get; init; }

    /// <summary>The judgment that confirmed it; undoing that judgment removes the alias.</summary>
    public long JudgmentId { get; init; }

    public required string By { get; init; }
    public DateTimeOffset At { get; init; }
}
