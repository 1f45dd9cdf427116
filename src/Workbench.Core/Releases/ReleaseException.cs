namespace LlmRec.Workbench.Releases;

/// <summary>A release that was asked for does not exist, cannot be made or is damaged; the message says which and what to do.</summary>
public sealed class ReleaseException(string message) : Exception(message);
