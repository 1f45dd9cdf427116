namespace LlmRec.Workbench.Titles.Answers;

/// <summary>A product as a run asks about it.</summary>
/// <param name="Previous">What stands in the repair queue for it; null for a product that needs no repair.</param>
internal sealed record TitleSubject(string ItemId, string? CategoryId, TitleText Text, string CategoryPath, PreviousSentence? Previous);

/// <summary>A sentence that waits for repair.</summary>
/// <param name="Reason">Why a person sent it back; null when none did.</param>
internal sealed record PreviousSentence(string Sentence, string Violations, TitleSource Source, string? Reason = null);
