namespace LlmRec.Workbench.Titles.Comparison;

/// <summary>Two arms to be compared on the products that both have answered: is the second better than the first, and on what.</summary>
/// <param name="SampleSize">How many products are drawn; null compares all.</param>
public sealed record VersionRequest(TitleArm First, TitleArm Second, string? CategoryId, PerplexityMeasure Measure, int? SampleSize = null, int Seed = 1);
