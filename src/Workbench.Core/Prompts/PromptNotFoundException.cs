namespace LlmRec.Workbench.Prompts;

/// <summary>A reference leads to no prompt, version or label; the message says what exists.</summary>
public sealed class PromptNotFoundException(string message) : Exception(message);
