namespace LlmRec.Workbench.Models;

/// <summary>No model profile has the name that was asked for; the message says which there are.</summary>
public sealed class ModelNotFoundException(string message) : ArgumentException(message);
