using LlmRec.Workbench.Mapping;

namespace LlmRec.Workbench.Complements;

/// <summary>
/// Source category → complement, directed, supported by mentions from any number of runs. The complement is what the mentions say
/// (<see cref="Text"/>); which site categories it is stands in <see cref="Targets"/> once a person has judged it, and until then in the mapping's candidates.
/// </summary>
public sealed class Pair
{
    public long Id { get; init; }
    public required string SourceId { get; init; }

    /// <summary>The mention as first written.</summary>
    public required string Text { get; init; }

    public long MappingId { get; init; }

    /// <summary>Loaded only where a query asks for it.</summary>
    public Mapping.Mapping? Mapping { get; init; }

    /// <summary>Copied from the mapping so that the queue can filter and sort: its outcome, first candidate and that candidate's score.</summary>
    public MappingOutcome Outcome { get; set; }

    public string? BestTargetId { get; set; }

    /// <summary>0 to 1.</summary>
    public double Score { get; set; }

    /// <summary>How many mentions support the pair.</summary>
    public int Support { get; set; }

    /// <summary>What the newest judgment that stands says.</summary>
    public PairState State { get; set; }

    public long? JudgmentId { get; set; }
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Goes up with every judgment; a judgment made against an older number is a conflict.</summary>
    public int Version { get; set; }

    /// <summary>The approved complement categories; empty unless <see cref="State"/> is <see cref="PairState.Approved"/>.</summary>
    public List<PairTarget> Targets { get; init; } = [];
}
