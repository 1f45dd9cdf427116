using LlmRec.Workbench.Mapping.Names;

namespace LlmRec.Workbench.Mapping.Lexical;

/// <summary>How the lexical source weighs what two names share. The defaults were chosen by a search over both development sets (docs/decisions/mapping.md).</summary>
internal sealed record LexicalWeights
{
    public static LexicalWeights Default { get; } = new();

    /// <summary>A character, a pair and a triple of characters of a Chinese name.</summary>
    public double Character { get; init; } = 1.8;

    public double Pair { get; init; } = 0.3;
    public double Triple { get; init; } = 0.12;

    /// <summary>A whole Latin word, two words in sequence, and three letters of a word.</summary>
    public double Word { get; init; } = 3;

    public double WordPair { get; init; } = 0.2;
    public double Letters { get; init; } = 0.25;

    /// <summary>How much more the last token weighs than the first: names end with what the thing is.</summary>
    public double Head { get; init; } = 0.5;

    /// <summary>What a feature counts that stands in the names above the category only.</summary>
    public double Ancestor { get; init; } = 0.4;

    /// <summary>What one alternative of a name counts against the whole.</summary>
    public double Alternative { get; init; } = 0.4;

    /// <summary>What a name without its generic last word counts.</summary>
    public double Stripped { get; init; } = 0.85;

    /// <summary>What a reading of the text with a synonym counts.</summary>
    public double Synonym { get; init; } = 0.78;

    /// <summary>What a reading of the text with a kind in the place of one of its things counts.</summary>
    public double Broader { get; init; } = 0.5;

    /// <summary>What a name counts that stands in the text, but not at its end.</summary>
    public double Modifier { get; init; } = 0.8;

    /// <summary>What a name counts that holds the text, but not at its end.</summary>
    public double Modified { get; init; } = 0.9;

    /// <summary>How much of the greatest rarity a feature has that stands in no name of the tree.</summary>
    public double Unknown { get; init; } = 0.4;

    /// <summary>Share of the text's covered weight in the score; the rest is the share of the category name's.</summary>
    public double TextShare { get; init; } = 0.6;

    public double Of(FormKind kind) => kind switch
    {
        FormKind.Alternative => Alternative,
        FormKind.Stripped => Stripped,
        FormKind.Synonym => Synonym,
        FormKind.Broader => Broader,
        _ => 1,
    };
}
