namespace LlmRec.Workbench.Releases;

/// <summary>An immutable, numbered snapshot of approved pairs and titles; the files are in the release folder, this row says that they are whole.</summary>
public sealed class Release
{
    /// <summary>1, 2, 3 …; never used again, even if writing failed.</summary>
    public int Number { get; init; }

    public ReleaseStatus Status { get; set; }
    public string Note { get; init; } = "";
    public int PairCount { get; set; }
    public int TitleCount { get; set; }

    /// <summary>The set of title vectors that the release took with it; null without one.</summary>
    public int? VectorSetNumber { get; set; }

    /// <summary>SHA-256 (hex) of manifest.json.</summary>
    public string ManifestHash { get; set; } = "";

    public required string CreatedBy { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
}

/// <summary>Whether a release's files are complete.</summary>
public enum ReleaseStatus
{
    Writing,
    Published,

    /// <summary>The process ended while writing; nothing was published under this number.</summary>
    Abandoned,
}
