namespace LlmRec.Workbench.Titles.Checks;

/// <summary>The names of the checks that a normalised title can break, as they are stored and shown.</summary>
public static class TitleViolations
{
    /// <summary>Nothing but the opening, spaces or punctuation. No other check is made then.</summary>
    public const string Empty = "empty";

    /// <summary>The answer says that it will not or cannot answer.</summary>
    public const string Refusal = "refusal";

    public const string NoOpening = "no-opening";

    /// <summary>Longer than <see cref="TitleRules.MaxLength"/>.</summary>
    public const string TooLong = "too-long";

    public const string SeveralSentences = "several-sentences";

    /// <summary>Says something that stands in neither the title nor the attributes nor the category's name.</summary>
    public const string ForeignWords = "foreign-words";

    public const string LostBrand = "lost-brand";
    public const string LostProductWord = "lost-product-word";

    public static IReadOnlyList<string> All { get; } =
        [Empty, Refusal, NoOpening, TooLong, SeveralSentences, ForeignWords, LostBrand, LostProductWord];
}
