namespace LlmRec.Workbench.Titles.Baseline;

/// <summary>A word of one of the lists behind the baseline, as experts see it.</summary>
/// <param name="IsBundled">It came with the workbench; removing it keeps it visible, so that it can be restored.</param>
/// <param name="By">Who added or removed it; null for an untouched bundled word.</param>
public sealed record TitleWordRow(TitleWordKind Kind, string Text, bool IsBundled, bool IsRemoved, string? By, DateTimeOffset? At);
