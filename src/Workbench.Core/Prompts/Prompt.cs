namespace LlmRec.Workbench.Prompts;

/// <summary>A named template for one kind of run; its text lives in immutable versions.</summary>
public sealed class Prompt
{
    public int Id { get; init; }
    public required string Name { get; init; }

    /// <summary>The run kind that it is for, for example <c>complements</c>.</summary>
    public required string Kind { get; init; }

    /// <summary><c>zh</c> or <c>en</c>.</summary>
    public required string Language { get; init; }

    public string Description { get; set; } = "";
    public DateTimeOffset CreatedAt { get; init; }
}
