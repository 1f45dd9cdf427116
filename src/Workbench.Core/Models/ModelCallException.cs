namespace LlmRec.Workbench.Models;

/// <summary>A model call failed for good. The message is for a person: what failed, where, and what to do.</summary>
public sealed class ModelCallException(string message, int attempts, Exception? inner = null, CallFailure failure = CallFailure.Other)
    : Exception(message, inner)
{
    /// <summary>Requests that were made before giving up; 0 when none left the machine.</summary>
    public int Attempts { get; } = attempts;

    public CallFailure Failure { get; } = failure;
}
