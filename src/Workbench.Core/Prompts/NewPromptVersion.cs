namespace LlmRec.Workbench.Prompts;

/// <summary>The content of a version that is to be added; becomes immutable when it is stored.</summary>
public sealed record NewPromptVersion
{
    public string SystemText { get; init; } = "";
    public required string Text { get; init; }
    public float Temperature { get; init; }
    public float? TopP { get; init; }
    public int MaxOutputTokens { get; init; } = 512;

    /// <summary>Why the version exists (Markdown); required.</summary>
    public required string Note { get; init; }
}
