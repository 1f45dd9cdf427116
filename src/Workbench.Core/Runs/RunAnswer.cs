namespace LlmRec.Workbench.Runs;

/// <summary>A model's answer after its kind has read it.</summary>
/// <param name="Outcome">Any outcome but <see cref="ItemOutcome.Pending"/> and <see cref="ItemOutcome.Failed"/>.</param>
/// <param name="Violations">Names of the rules that the answer breaks.</param>
/// <param name="Results">What was found in it, as a person would list it.</param>
/// <param name="Payload">What the kind needs to store it.</param>
public sealed record RunAnswer(ItemOutcome Outcome, IReadOnlyList<string> Violations, IReadOnlyList<string> Results, object? Payload);
