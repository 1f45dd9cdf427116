namespace LlmRec.Workbench.Prompts;

/// <summary>One setting of a label (<c>draft</c>, <c>production</c> …) to a version. Append-only: the newest row of a name is where the label points, the older ones are its history.</summary>
public sealed class PromptLabel
{
    public const string Production = "production";

    public int Id { get; init; }
    public int PromptId { get; init; }
    public required string Name { get; init; }
    public int VersionNumber { get; init; }
    public required string By { get; init; }
    public DateTimeOffset At { get; init; }
}
