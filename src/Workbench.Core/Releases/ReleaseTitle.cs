namespace LlmRec.Workbench.Releases;

/// <summary>An approved sentence of one item. Property order is column order.</summary>
public sealed record ReleaseTitle
{
    public required string ItemId { get; init; }

    /// <summary>The item's category when the release was made; null for an item without one.</summary>
    public string? CategoryId { get; init; }

    public required string CategoryPath { get; init; }

    /// <summary>The item's listing title.</summary>
    public required string RawTitle { get; init; }

    /// <summary>The sentence as it was approved.</summary>
    public required string Title { get; init; }

    /// <summary>Who wrote it: one of <see cref="ReleaseSources"/>.</summary>
    public required string Source { get; init; }

    /// <summary>Prompt, version and model of the newest run that proposed it; empty where rules did.</summary>
    public required string Prompt { get; init; }

    public int PromptVersion { get; init; }
    public required string Model { get; init; }

    /// <summary>All runs that proposed the sentence.</summary>
    public required IReadOnlyList<int> RunIds { get; init; }

    /// <summary>Per token of the listing title, by <see cref="LanguageModel"/>; null where nothing measured it.</summary>
    public double? PerplexityRaw { get; init; }

    /// <summary>Per token of the proposed sentence; null also where a person has edited it.</summary>
    public double? Perplexity { get; init; }

    public required string LanguageModel { get; init; }
    public required string ApprovedBy { get; init; }
    public DateTimeOffset ApprovedAt { get; init; }
}

/// <summary>Who wrote a released title.</summary>
public static class ReleaseSources
{
    public const string Model = "model";

    /// <summary>It was built from the title's own words, without a language model.</summary>
    public const string Rule = "rule";

    /// <summary>The person who approved it wrote or edited it.</summary>
    public const string Person = "person";
}
