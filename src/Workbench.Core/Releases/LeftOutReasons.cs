namespace LlmRec.Workbench.Releases;

/// <summary>Why an approved pair or title is not in a release.</summary>
public static class LeftOutReasons
{
    public const string SourceRetired = "source_retired";
    public const string TargetRetired = "target_retired";
    public const string SameCategory = "same_category";
    public const string TitleChanged = "title_changed";
    public const string TitleSuperseded = "title_superseded";

    private static readonly Dictionary<string, string> Explanations = new()
    {
        [SourceRetired] = "The source category is no longer in the tree.",
        [TargetRetired] = "The complement category is no longer in the tree.",
        [SameCategory] = "The complement is the source category itself.",
        [TitleChanged] = "The item has another listing title since its sentence was approved.",
        [TitleSuperseded] = "Another sentence of the same item was approved later.",
    };

    internal static LeftOut Describe(string reason, int count) => new(reason, count, Explanations[reason]);
}
