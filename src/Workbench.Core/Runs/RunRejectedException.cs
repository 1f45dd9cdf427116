namespace LlmRec.Workbench.Runs;

/// <summary>A run cannot be started or changed as asked; the message says why and what to do.</summary>
public sealed class RunRejectedException(string message) : Exception(message);
