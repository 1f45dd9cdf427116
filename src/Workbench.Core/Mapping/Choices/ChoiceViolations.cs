using LlmRec.Workbench.Complements;

namespace LlmRec.Workbench.Mapping.Choices;

/// <summary>Why an answer names no candidate for certain, as it is stored with the run item and shown.</summary>
public static class ChoiceViolations
{
    public const string Empty = ComplementViolations.Empty;

    /// <summary>The model will not answer, which is not the same as "none of them".</summary>
    public const string Refusal = ComplementViolations.Refusal;

    /// <summary>Text is there, but no number.</summary>
    public const string NoNumber = "no-number";

    /// <summary>A number that no candidate has.</summary>
    public const string UnknownNumber = "unknown-number";

    /// <summary>Several numbers, and no way to tell which of them the model means.</summary>
    public const string Unclear = "unclear-choice";

    /// <summary>The name behind the number is that of another candidate.</summary>
    public const string OtherName = "number-and-name";

    public static IReadOnlyList<string> All { get; } = [Empty, Refusal, NoNumber, UnknownNumber, Unclear, OtherName];
}
