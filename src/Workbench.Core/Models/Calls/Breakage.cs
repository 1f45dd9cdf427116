namespace LlmRec.Workbench.Models.Calls;

/// <summary>What one failed attempt says about itself.</summary>
internal sealed record Breakage(CallFailure Failure)
{
    /// <summary>HTTP status; 0 when no response arrived.</summary>
    public int Status { get; init; }

    /// <summary>The provider's own words, on one line, without the key.</summary>
    public string Detail { get; init; } = "";

    /// <summary>The wait that the server asked for.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Whether the same request may succeed a moment later.</summary>
    public bool IsTransient { get; init; }
}
