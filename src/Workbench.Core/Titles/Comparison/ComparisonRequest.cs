namespace LlmRec.Workbench.Titles.Comparison;

/// <summary>What is compared. The same request over the same data gives the same figures.</summary>
/// <param name="CategoryId">Only products below this category; null for all.</param>
/// <param name="SampleSize">How many products are drawn; null compares all.</param>
/// <param name="Seed">Chooses the sample and drives the bootstrap. The same seed draws the same products whatever the arm, as far as the arm has them.</param>
public sealed record ComparisonRequest(TitleArm Arm, string? CategoryId, PerplexityMeasure Measure, int? SampleSize = ComparisonRequest.PublishedSample, int Seed = 1)
{
    /// <summary>The size of the published evaluation.</summary>
    public const int PublishedSample = 100;

    public static ComparisonRequest Default { get; } = new(TitleArm.Newest, null, PerplexityMeasure.Default);
}

/// <summary>How far a comparison has come, in products.</summary>
public sealed record ComparisonProgress(int Done, int Total);
