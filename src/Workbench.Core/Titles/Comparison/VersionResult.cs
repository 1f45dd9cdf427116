using LlmRec.Workbench.Statistics;

namespace LlmRec.Workbench.Titles.Comparison;

/// <summary>A finished comparison of two arms on the products that both have answered.</summary>
/// <param name="Population">Products that both arms have answered, of which the compared ones were drawn.</param>
/// <param name="OnlyOne">Products that only one of the arms has answered.</param>
/// <param name="TitleChanged">Products drawn whose listing title differs between the two answers; they take no part.</param>
/// <param name="Perplexity">First to second: a ratio below 1 is in the second's favour. Null without a language model.</param>
public sealed record VersionResult(
    VersionRequest Request, string? ScorerName, int Population, int OnlyOne, int TitleChanged, IReadOnlyList<ComparedVersions> Rows,
    VersionSide First, VersionSide Second, PairedComparison? Perplexity, IReadOnlyList<ComparisonGroup> Categories)
{
    /// <summary>Products whose second sentence is likelier.</summary>
    public int Wins => Rows.Count(row => row.Second < row.First);

    public int Losses => Rows.Count(row => row.Second > row.First);

    /// <summary>Equal perplexity, most often because the sentences are the same.</summary>
    public int Ties => Rows.Count(row => row.Second == row.First);

    public int SameSentence => Rows.Count(row => row.IsSame);
}

/// <summary>The figures of one product in two arms; NaN where there is no perplexity.</summary>
public readonly record struct ComparedVersions(long FirstItemId, long SecondItemId, string GroupId, double First, double Second, bool IsSame)
{
    /// <summary>log10 of second to first: above 0 the second is worse.</summary>
    public double Change => Math.Log10(Second / First);
}

/// <summary>One arm on the compared products.</summary>
/// <param name="Violating">Share of sentences that fail at least one check.</param>
/// <param name="Violations">Sentences per failed check; a check that nothing fails is missing.</param>
/// <param name="MeanLength">Of the sentence, in text elements.</param>
/// <param name="MeanLatency">Of answers that were really asked for; null when all came from the cache.</param>
public sealed record VersionSide(
    TitleArm Arm, int Titles, Estimate Violating, IReadOnlyDictionary<string, int> Violations, double MeanLength, TimeSpan? MeanLatency, IReadOnlyList<ArmCost> Costs);

/// <summary>One product with both sentences, as people see it.</summary>
public sealed record VersionRow(
    ComparedVersions Figures, string ItemId, string? CategoryPath, string RawTitle, string First, string Second,
    IReadOnlyList<string> FirstViolations, IReadOnlyList<string> SecondViolations);
