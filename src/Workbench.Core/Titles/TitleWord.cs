namespace LlmRec.Workbench.Titles;

/// <summary>An expert's change to one of the word lists behind the rule baseline: a word added to the bundled list, or taken out of it.</summary>
public sealed class TitleWord
{
    public required TitleWordKind Kind { get; init; }
    public required string Text { get; init; }

    /// <summary>True takes a bundled word out.</summary>
    public bool Excluded { get; set; }

    public required string By { get; set; }
    public DateTimeOffset At { get; set; }
}

/// <summary>The word lists that experts edit.</summary>
public enum TitleWordKind
{
    /// <summary>Words that sell and do not tell what the product is.</summary>
    Promotion,
    Brand,

    /// <summary>Words that name a product, beside those of the category tree.</summary>
    Product,
}
