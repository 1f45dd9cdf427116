namespace LlmRec.Workbench.Perplexity.Segmentation;

/// <summary>What a <see cref="TextUnit"/> is.</summary>
internal enum UnitKind : byte
{
    /// <summary>One character of a script that is written without blanks: Chinese, kana, bopomofo.</summary>
    Ideograph,

    /// <summary>A number, or a word of a script that is written with blanks.</summary>
    Run,

    /// <summary>A punctuation mark, a symbol, an emoji: always a word of its own.</summary>
    Mark,
}
