namespace LlmRec.Workbench.Mapping.Choices;

/// <summary>What an answer to "which of these?" says.</summary>
/// <param name="Numbers">The numbers picked, each once, in the answer's order; empty when it declined or cannot be read.</param>
/// <param name="Violation">Why it cannot be read, one of <see cref="ChoiceViolations"/>; null for a pick and for "none of them".</param>
public sealed record ChoiceReading(IReadOnlyList<int> Numbers, string? Violation = null)
{
    /// <summary>None of the candidates fits, says the model.</summary>
    public static ChoiceReading Declined { get; } = new([]);

    public bool IsDeclined => Violation is null && Numbers.Count == 0;

    internal static ChoiceReading Unreadable(string violation) => new([], violation);
}
