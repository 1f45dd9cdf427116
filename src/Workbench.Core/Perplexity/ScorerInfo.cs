using LlmRec.Workbench.Models;

namespace LlmRec.Workbench.Perplexity;

/// <summary>One scorer that is configured or found, whether it can be used or not.</summary>
/// <param name="Name">Names model and method; the figures of the scorer carry it.</param>
/// <param name="Method">How probabilities are had: the kind of KenLM file, or one of <see cref="LogProbabilityMethods"/>.</param>
/// <param name="Location">The model's file, or the endpoint's address.</param>
public sealed record ScorerInfo(string Name, ScorerKind Kind, string Method, string Location)
{
    /// <summary>The model profile behind an endpoint; null for a KenLM model.</summary>
    public string? Profile { get; init; }

    /// <summary>What the file says of itself; null for an endpoint or a broken file.</summary>
    public LanguageModelInfo? Model { get; init; }

    /// <summary>Why it cannot be used and what to do; empty when it can.</summary>
    public string Problem { get; init; } = "";

    /// <summary>Whether it measures unless another one is asked for.</summary>
    public bool IsDefault { get; init; }

    public bool Available => Problem.Length == 0;
}
