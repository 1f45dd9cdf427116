using LlmRec.Workbench.Titles;

namespace LlmRec.Workbench.Review;

/// <summary>
/// Which proposed titles a reviewer wants to see and in which order. A null property does not filter; what a newer proposal of the item has replaced unjudged is never there.
/// </summary>
public sealed record TitleFilter
{
    public TitleState? State { get; init; } = TitleState.Waiting;

    /// <summary>Only titles that a person decided about, whatever the decision; together with a null <see cref="State"/>.</summary>
    public bool Judged { get; init; }

    /// <summary>Only titles whose proposed sentence breaks this check, see <see cref="Titles.Checks.TitleViolations"/>.</summary>
    public string? Violation { get; init; }

    /// <summary>Only titles of items in the subtree of this category (itself included).</summary>
    public string? CategoryScope { get; init; }

    /// <summary>Part of the raw title or of the sentence, or the item's very ID.</summary>
    public string? Text { get; init; }

    /// <summary>Only titles for which this run gave the sentence.</summary>
    public int? RunId { get; init; }

    public TitleSource? Source { get; init; }

    public TitleSort Sort { get; init; }
}
