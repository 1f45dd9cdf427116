namespace LlmRec.Workbench.Titles.Answers;

/// <summary>A sentence in the repair queue with where it came from.</summary>
/// <param name="Violations">Names of the checks that it fails.</param>
/// <param name="RunId">The newest run that gave it; null when none did.</param>
/// <param name="Prompt"><c>name@version</c> of that run; empty without one.</param>
/// <param name="Suggestion">What the rules make of the title: the first suggestion. Empty when they make nothing.</param>
public sealed record RepairRow(
    long Id, string ItemId, string RawTitle, string Sentence, TitleSource Source, IReadOnlyList<string> Violations, int Version,
    int? RunId, string Prompt, string Model, string Suggestion);
