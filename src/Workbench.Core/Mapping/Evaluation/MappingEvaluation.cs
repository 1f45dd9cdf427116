namespace LlmRec.Workbench.Mapping.Evaluation;

/// <summary>A stored measurement of the mapping.</summary>
public sealed class MappingEvaluation
{
    public int Id { get; init; }
    public DateTimeOffset At { get; init; }
    public required string By { get; init; }

    /// <summary>The gold set; null for this site's own judgments, and after the set was deleted.</summary>
    public int? GoldSetId { get; init; }

    /// <summary>The gold set's name at that time.</summary>
    public required string GoldName { get; init; }

    /// <summary>What was measured, in words.</summary>
    public required string Label { get; init; }

    /// <summary>The options that the mapping was made with, as JSON.</summary>
    public required string Options { get; init; }

    /// <summary>The figures, as JSON.</summary>
    public required string Report { get; init; }
}
