using LlmRec.Workbench.Statistics;

namespace LlmRec.Workbench.Mapping.Evaluation;

/// <summary>What one evidence source is worth.</summary>
/// <param name="State">Without figures unless <see cref="AblationState.Measured"/>.</param>
/// <param name="Speaks">Of the names, those for which the source alone finds a candidate.</param>
/// <param name="Alone">Only this source is asked.</param>
/// <param name="Without">All sources but this one are asked.</param>
/// <param name="Loss">P@1 without the source minus P@1 with all of them: below 0 the source helps.</param>
public sealed record AblationRow(EvidenceKind Source, AblationState State, Rate Speaks, MappingFigures? Alone, MappingFigures? Without, PairedShares? Loss);

/// <summary>Why an ablation has figures of a source, or has none.</summary>
public enum AblationState
{
    Measured,

    /// <summary>The source has nothing to say about any of the names: this site has no such data.</summary>
    NoData,

    /// <summary>The setting does not ask the source.</summary>
    NotAsked,

    /// <summary>Not asked, because it comes from the very judgments that are measured with.</summary>
    LeftOut,
}
