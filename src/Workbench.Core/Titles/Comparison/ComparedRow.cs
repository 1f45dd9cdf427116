using LlmRec.Workbench.Titles.Checks;

namespace LlmRec.Workbench.Titles.Comparison;

/// <summary>One row as people see it: the texts with what was kept, dropped and added, beside the figures.</summary>
/// <param name="Figures">The perplexities of the comparison that the row belongs to.</param>
/// <param name="Baseline">What the rules make of the title; empty when they find nothing usable.</param>
public sealed record ComparedRow(ComparedTitle Figures, string ItemId, string? CategoryPath, string RawTitle, string Sentence, string Baseline, TitleMarks Marks)
{
    public required TitleState State { get; init; }

    /// <summary>Names of the checks that the sentence fails, see <see cref="TitleViolations"/>.</summary>
    public required IReadOnlyList<string> Violations { get; init; }
}
