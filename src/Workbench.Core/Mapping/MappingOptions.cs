using LlmRec.Workbench.Mapping.Fusion;

namespace LlmRec.Workbench.Mapping;

/// <summary>With what texts are mapped: which evidence is asked, how it is weighed and from where a candidate is taken without a person.</summary>
public sealed record MappingOptions
{
    /// <summary>As shipped.</summary>
    public static MappingOptions Default { get; } = new();

    /// <summary>The stored settings that these are; null for the shipped ones and for a trial.</summary>
    public int? SettingsId { get; init; }

    public FusionCoefficients Coefficients { get; init; } = FusionCoefficients.Default;

    public OutcomeRule Rule { get; init; } = OutcomeRule.Default;

    /// <summary>The evidence that is asked; the rest counts as having nothing to say.</summary>
    public IReadOnlySet<EvidenceKind> Sources { get; init; } = Enum.GetValues<EvidenceKind>().ToHashSet();

    /// <summary>The embedding generator that gives <see cref="EvidenceKind.Embedding"/>; null for none.</summary>
    public string? EmbeddingProfile { get; init; }
}
