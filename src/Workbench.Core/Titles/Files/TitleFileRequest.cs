namespace LlmRec.Workbench.Titles.Files;

/// <summary>How a file of titles is to be normalised.</summary>
/// <param name="ModelProfile">Null for the default profile.</param>
/// <param name="Prompt"><c>name</c>, <c>name@3</c> or <c>name@label</c>; null for the kind's first prompt, the bundled one where the database has none.</param>
/// <param name="ByRule">Ask no model.</param>
public sealed record TitleFileRequest(string? ModelProfile = null, string? Prompt = null, bool ByRule = false);
