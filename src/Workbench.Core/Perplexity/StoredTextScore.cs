namespace LlmRec.Workbench.Perplexity;

/// <summary>A <see cref="TextScore"/> of an endpoint, kept because it cost a call.</summary>
public sealed class StoredTextScore
{
    public required string Scorer { get; init; }

    /// <summary>SHA-256 (hex) of the text.</summary>
    public required string Key { get; init; }

    public double Log10 { get; init; }
    public int Tokens { get; init; }
    public int OovTokens { get; init; }
    public double OovLog10 { get; init; }
    public int Characters { get; init; }
    public DateTimeOffset At { get; init; }
}
