namespace LlmRec.Workbench.Prompts;

/// <summary>A prompt that is to be created, with its first version.</summary>
public sealed record NewPrompt(string Name, string Kind, string Language, string Description, NewPromptVersion FirstVersion);
