namespace LlmRec.Workbench.Models;

/// <summary>Outcome of one minimal call to a model.</summary>
public sealed record ConnectionTest
{
    public required string Profile { get; init; }

    public required bool Ok { get; init; }

    /// <summary>Why the call failed and what to do; empty when it did not.</summary>
    public string Problem { get; init; } = "";

    public CallFailure? Failure { get; init; }

    public TimeSpan Latency { get; init; }

    /// <summary>The model that answered, in the provider's words.</summary>
    public string Model { get; init; } = "";

    public string Answer { get; init; } = "";

    public long InputTokens { get; init; }

    public long OutputTokens { get; init; }
}
