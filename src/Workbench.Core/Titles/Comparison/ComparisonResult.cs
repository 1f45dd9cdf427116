using LlmRec.Workbench.Statistics;

namespace LlmRec.Workbench.Titles.Comparison;

/// <summary>A finished comparison. Every figure is by one scorer and one measure.</summary>
/// <param name="ScorerName">Null when there was no language model; then there are rows without perplexities.</param>
/// <param name="Population">Products that the arm has answered, of which <c>Rows</c> were drawn.</param>
/// <param name="Unanswered">Products without a usable answer; they take no part.</param>
public sealed record ComparisonResult(
    ComparisonRequest Request, string? ScorerName, int Population, int Unanswered, IReadOnlyList<ComparedTitle> Rows, ComparisonSummary Summary, ComparisonGroups Groups,
    IReadOnlyList<ArmCost> Costs);

/// <summary>The three questions: does normalising help, do the rules alone help, and is the model better than the rules. Null where nothing could be paired.</summary>
/// <param name="ModelOverRule">First is the baseline, second the model: a ratio below 1 is in the model's favour.</param>
public sealed record ComparisonSummary(PairedComparison? RawToModel, PairedComparison? RawToRule, PairedComparison? ModelOverRule);

/// <summary>The comparison of raw and normalised titles, cut up.</summary>
public sealed record ComparisonGroups(IReadOnlyList<ComparisonGroup> Categories, IReadOnlyList<ComparisonGroup> Prompts, IReadOnlyList<ComparisonGroup> Models);

/// <summary>One part of a comparison.</summary>
/// <param name="Id">A category's ID, or the text of a <see cref="TitleArm"/>.</param>
/// <param name="AdjustedP">P of the signed-rank test after Holm's adjustment for all groups of the table.</param>
public sealed record ComparisonGroup(string Id, string Name, PairedComparison Pairs, double AdjustedP);

/// <summary>What the compared answers have cost, per currency.</summary>
/// <param name="FromCache">Answers that came from the response cache and are counted with no cost.</param>
/// <param name="Recorded">Answers of recorded knowledge, which costs nothing.</param>
public sealed record ArmCost(string Currency, decimal Total, int Titles, int FromCache, int Recorded)
{
    public decimal PerTitle => Titles == 0 ? 0 : Total / Titles;
}
