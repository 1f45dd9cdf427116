using LlmRec.Workbench.Models;

namespace LlmRec.Workbench.Embeddings;

/// <summary>Outcome of embedding a few short texts once.</summary>
public sealed record EmbeddingTest
{
    public required string Profile { get; init; }

    public required bool Ok { get; init; }

    /// <summary>Why it failed and what to do; empty when it did not.</summary>
    public string Problem { get; init; } = "";

    /// <summary>What a call failed of; null for a local model's folder and for no failure.</summary>
    public CallFailure? Failure { get; init; }

    public int Dimensions { get; init; }

    /// <summary>Of one text, when several are asked together.</summary>
    public double MillisecondsPerText { get; init; }

    /// <summary>Of a local model; empty for others.</summary>
    public string Tokenizer { get; init; } = "";
}
