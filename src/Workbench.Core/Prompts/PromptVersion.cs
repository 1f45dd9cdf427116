namespace LlmRec.Workbench.Prompts;

/// <summary>One immutable text of a prompt with the model parameters that it was written for.</summary>
public sealed class PromptVersion
{
    public int Id { get; init; }
    public int PromptId { get; init; }

    /// <summary>1, 2, 3 … within its prompt.</summary>
    public int Number { get; init; }

    /// <summary>Liquid template of the system message; empty for none.</summary>
    public string SystemText { get; init; } = "";

    /// <summary>Liquid template of the user message.</summary>
    public required string Text { get; init; }

    /// <summary>Sampling temperature, 0 to 2.</summary>
    public float Temperature { get; init; }

    /// <summary>Nucleus sampling, 0 to 1; null leaves it to the model.</summary>
    public float? TopP { get; init; }

    /// <summary>Longest answer, in tokens.</summary>
    public int MaxOutputTokens { get; init; } = 512;

    /// <summary>Why this version exists.</summary>
    public string Note { get; init; } = "";

    public required string Author { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
}
