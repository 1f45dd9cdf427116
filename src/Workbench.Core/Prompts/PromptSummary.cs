namespace LlmRec.Workbench.Prompts;

/// <summary>A prompt as the list shows it.</summary>
/// <param name="Labels">Label name to version number.</param>
/// <param name="Runs">How many runs used any of its versions.</param>
public sealed record PromptSummary(Prompt Prompt, int LatestVersion, IReadOnlyDictionary<string, int> Labels, int Runs);
