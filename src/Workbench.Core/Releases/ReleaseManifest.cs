namespace LlmRec.Workbench.Releases;

/// <summary>What a release holds, where it comes from and how to check its files; the content of manifest.json.</summary>
public sealed record ReleaseManifest
{
    /// <summary>Goes up when a field of the files changes its name or meaning.</summary>
    public const int CurrentSchema = 1;

    public int SchemaVersion { get; init; } = CurrentSchema;
    public int Release { get; init; }
    public required string Name { get; init; }
    public required string ToolVersion { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
    public required string CreatedBy { get; init; }
    public required string Note { get; init; }

    /// <summary>The published release before this one; null for the first.</summary>
    public int? Previous { get; init; }

    public required ReleaseCounts Counts { get; init; }
    public required IReadOnlyList<LeftOut> LeftOut { get; init; }
    public required IReadOnlyList<PromptUse> Prompts { get; init; }
    public required IReadOnlyList<ModelUse> Models { get; init; }
    public required IReadOnlyList<RunUse> Runs { get; init; }

    /// <summary>The data files; manifest.json and SHA256SUMS are not among them.</summary>
    public required IReadOnlyList<ReleaseFile> Files { get; init; }
}

/// <summary>How much a release holds: pairs, distinct source and target categories, and mentions that support them.</summary>
public sealed record ReleaseCounts(int Pairs, int Sources, int Targets, int Mentions);

/// <summary>How many approved pairs are not in a release, and why (<see cref="LeftOutReasons"/>).</summary>
public sealed record LeftOut(string Reason, int Count, string Explanation);

/// <summary>How many pairs of a release name this prompt version.</summary>
public sealed record PromptUse(string Name, int Version, int Pairs);

/// <summary>How many pairs of a release name this model.</summary>
public sealed record ModelUse(string Model, int Pairs);

/// <summary>A run whose mentions support pairs of a release; <c>Recorded</c> when its answers were recorded knowledge, not a live model's.</summary>
public sealed record RunUse(int Id, string Prompt, int PromptVersion, string Profile, string Model, bool Recorded, string Scope, int Mentions);

/// <summary>A data file of a release: its size in bytes, its rows and its SHA-256 in hex.</summary>
public sealed record ReleaseFile(string Name, string Format, int Rows, long Size, string Sha256);
