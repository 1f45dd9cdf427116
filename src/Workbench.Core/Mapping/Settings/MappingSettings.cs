namespace LlmRec.Workbench.Mapping.Settings;

/// <summary>What mappings are made with from a moment on. Append-only: the newest row holds, without any the shipped values do.</summary>
public sealed class MappingSettings
{
    public int Id { get; init; }
    public DateTimeOffset At { get; init; }
    public required string By { get; init; }

    /// <summary>The fit whose coefficients are used; null for the shipped ones.</summary>
    public int? FitId { get; init; }

    /// <summary>The share of right ones that is wanted among what is accepted without a person, 0 to 1.</summary>
    public double TargetPrecision { get; init; }

    /// <summary>The probability from which a candidate is accepted; follows from <see cref="TargetPrecision"/>.</summary>
    public double AcceptFrom { get; init; }

    /// <summary>The embedding generator whose vectors are evidence; null for none.</summary>
    public string? EmbeddingProfile { get; init; }

    public string Note { get; init; } = "";
}
