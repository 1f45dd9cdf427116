namespace LlmRec.Workbench.Models;

/// <summary>The names under which servers take the limit on an answer's tokens.</summary>
public static class TokenLimitFields
{
    /// <summary>Understood by nearly every server.</summary>
    public const string MaxTokens = "max_tokens";

    /// <summary>Demanded by the reasoning models of OpenAI and Azure.</summary>
    public const string MaxCompletionTokens = "max_completion_tokens";

    public static IReadOnlyList<string> All { get; } = [MaxTokens, MaxCompletionTokens];
}
