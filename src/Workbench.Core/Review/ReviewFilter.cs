using LlmRec.Workbench.Complements;
using LlmRec.Workbench.Mapping;

namespace LlmRec.Workbench.Review;

/// <summary>Which pairs a reviewer wants to see and in which order. A null property does not filter.</summary>
public sealed record ReviewFilter
{
    public PairState? State { get; init; } = PairState.Waiting;

    /// <summary>Only pairs that a person decided about, whatever the decision; together with a null <see cref="State"/>.</summary>
    public bool Judged { get; init; }

    public MappingOutcome? Outcome { get; init; }

    /// <summary>Only pairs whose source lies in the subtree of this category (itself included).</summary>
    public string? SourceScope { get; init; }

    /// <summary>Only pairs whose approved targets, or best candidate while nothing is approved, lie in the subtree of this category.</summary>
    public string? TargetScope { get; init; }

    /// <summary>Part of the mention or of the source category's name.</summary>
    public string? Text { get; init; }

    /// <summary>0 to 1, inclusive.</summary>
    public double? MinScore { get; init; }

    /// <summary>0 to 1, inclusive.</summary>
    public double? MaxScore { get; init; }

    /// <summary>Only pairs that this run mentioned.</summary>
    public int? RunId { get; init; }

    public ReviewSort Sort { get; init; }
}
