namespace LlmRec.Workbench.Titles.Baseline;

/// <summary>The sentence that rules make of a title, without a language model.</summary>
/// <param name="Sentence">Empty when the title holds nothing usable.</param>
/// <param name="Product">The word that says what the product is; null when none was recognised.</param>
/// <param name="Brand">Null when none was recognised.</param>
public sealed record BaselineSentence(string Sentence, string? Product, string? Brand)
{
    public static BaselineSentence None { get; } = new("", null, null);
}
