namespace LlmRec.Workbench.Perplexity;

/// <summary>A file is no language model that can be used; the message says which, why and what to do.</summary>
public sealed class LanguageModelException(string message) : Exception(message);
