namespace LlmRec.Workbench.Mapping;

/// <summary>The ranked candidates of one text. Equal texts (after normalisation) share one mapping.</summary>
public sealed class Mapping
{
    public long Id { get; init; }

    /// <summary>The normalised text, unique.</summary>
    public required string Key { get; init; }

    public required string Text { get; init; }
    public MappingOutcome Outcome { get; set; }
    public DateTimeOffset MappedAt { get; set; }

    /// <summary>The settings it was mapped with; null for the shipped ones.</summary>
    public int? SettingsId { get; set; }

    /// <summary>Why it is <see cref="MappingOutcome.Failed"/>; null otherwise.</summary>
    public string? Error { get; set; }

    public List<MappingCandidate> Candidates { get; init; } = [];
}
