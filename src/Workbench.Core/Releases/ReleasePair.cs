namespace LlmRec.Workbench.Releases;

/// <summary>One line of a release: source category → complement category with what supports it. Property order is column order.</summary>
public sealed record ReleasePair
{
    public required string SourceId { get; init; }
    public required string SourcePath { get; init; }
    public required string TargetId { get; init; }
    public required string TargetPath { get; init; }

    /// <summary>The mapping's fused score, 0 to 1; 1 where a person found the target and no machine did. The highest of all mentions that lead here.</summary>
    public double Score { get; init; }

    /// <summary>1 for the source's best target by score.</summary>
    public int Rank { get; init; }

    /// <summary>What models called the target, most supported first.</summary>
    public required IReadOnlyList<string> Mentions { get; init; }

    /// <summary>Prompt, version and model of the newest run that supports the pair.</summary>
    public required string Prompt { get; init; }

    public int PromptVersion { get; init; }
    public required string Model { get; init; }

    /// <summary>How the target was found: one of <see cref="ReleaseMethods"/>.</summary>
    public required string Method { get; init; }

    /// <summary>Who approved it, and when; the newest approval where several mentions lead here.</summary>
    public required string ApprovedBy { get; init; }

    public DateTimeOffset ApprovedAt { get; init; }
}
