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

    /// <summary>The vectors that the release took with it; null without any.</summary>
    public VectorUse? Vectors { get; init; }

    public required ReleaseCounts Counts { get; init; }
    public required IReadOnlyList<LeftOut> LeftOut { get; init; }
    public required IReadOnlyList<PromptUse> Prompts { get; init; }
    public required IReadOnlyList<ModelUse> Models { get; init; }
    public required IReadOnlyList<RunUse> Runs { get; init; }

    /// <summary>The data files; manifest.json and SHA256SUMS are not among them.</summary>
    public required IReadOnlyList<ReleaseFile> Files { get; init; }
}

/// <summary>How much a release holds: pairs, distinct source and target categories, mentions that support them, and titles.</summary>
public sealed record ReleaseCounts(int Pairs, int Sources, int Targets, int Mentions, int Titles = 0);

/// <summary>How many approved pairs or titles are not in a release, and why (<see cref="LeftOutReasons"/>).</summary>
public sealed record LeftOut(string Reason, int Count, string Explanation);

/// <summary>How many pairs and titles of a release name this prompt version.</summary>
public sealed record PromptUse(string Name, int Version, int Pairs, int Titles = 0);

/// <summary>How many pairs and titles of a release name this model.</summary>
public sealed record ModelUse(string Model, int Pairs, int Titles = 0);

/// <summary>
/// A run whose mentions support pairs of a release, or that proposed titles of it; <c>Recorded</c> when its answers were recorded knowledge, not a live model's.
/// </summary>
public sealed record RunUse(int Id, string Prompt, int PromptVersion, string Profile, string Model, bool Recorded, string Scope, int Mentions, int Titles = 0);

/// <summary>The set of title vectors in a release: which text of an item was embedded, by what, and how long the vectors are before and after whitening.</summary>
public sealed record VectorUse(int Set, string Text, string Generator, string Model, long Rows, int InputDimensions, int Dimensions, bool Whitened);

/// <summary>A data file of a release: its size in bytes, its rows (0 where it has none), its SHA-256 in hex and which of <see cref="ReleaseParts"/> it belongs to.</summary>
public sealed record ReleaseFile(string Name, string Format, int Rows, long Size, string Sha256, string Part = ReleaseParts.PairsName);
