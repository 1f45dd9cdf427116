namespace LlmRec.Workbench.Sample;

/// <summary>Opens the files of the sample, which travel inside this assembly.</summary>
public static class SampleData
{
    public const string Categories = "categories.tsv";
    public const string Items = "items.jsonl";
    public const string QueryClicks = "query-clicks.tsv";

    /// <summary>Opens one file of <c>Sample/Data</c> by its name.</summary>
    public static Stream Open(string fileName) =>
        typeof(SampleData).Assembly.GetManifestResourceStream($"LlmRec.Workbench.Sample.Data.{fileName}")
        ?? throw new ArgumentException($"The sample has no file '{fileName}'.", nameof(fileName));
}
