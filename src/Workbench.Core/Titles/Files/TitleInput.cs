namespace LlmRec.Workbench.Titles.Files;

/// <summary>One line of a file of titles.</summary>
/// <param name="Id">As the line gives it; null without one.</param>
/// <param name="Raw">The title as the file holds it; U+FFFD stands where its bytes were broken.</param>
/// <param name="Text">The title as it is read, control characters as blanks, with its attributes and category.</param>
/// <param name="Problem">What is wrong with the line and where; null for a sound one.</param>
internal sealed record TitleInput(string? Id, string Raw, TitleText Text, string CategoryPath, string? Problem);
