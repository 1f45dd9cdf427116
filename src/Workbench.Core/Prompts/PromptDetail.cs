namespace LlmRec.Workbench.Prompts;

/// <summary>A prompt with everything that was ever written for it.</summary>
/// <param name="Versions">Newest first; never empty.</param>
/// <param name="Labels">Where each label points now: label name to version number.</param>
/// <param name="LabelHistory">Every setting of a label, newest first.</param>
public sealed record PromptDetail(
    Prompt Prompt,
    IReadOnlyList<PromptVersion> Versions,
    IReadOnlyDictionary<string, int> Labels,
    IReadOnlyList<PromptLabel> LabelHistory);
