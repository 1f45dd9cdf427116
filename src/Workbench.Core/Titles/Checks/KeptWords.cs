using LlmRec.Workbench.Mapping.Names;
using LlmRec.Workbench.Mapping;
using LlmRec.Workbench.Titles.Text;

namespace LlmRec.Workbench.Titles.Checks;

/// <summary>Asks whether a sentence still names a brand or a product, however it is spaced or cased.</summary>
internal static class KeptWords
{
    private const int LeastHead = 2;

    public static bool KeepsBrand(string sentence, string brand) =>
        Squeeze(brand) is not { Length: > 0 } wanted || Squeeze(sentence).Contains(wanted, StringComparison.Ordinal);

    /// <summary>
    /// A product word is kept when the sentence holds it or its head: the last two Chinese characters, the last English word. The last character alone is enough
    /// where the sentence ends with it too (不粘锅 for 炒锅): there it names the same kind of thing.
    /// </summary>
    public static bool KeepsProduct(string sentence, string product)
    {
        var (text, wanted) = (Squeeze(sentence), Squeeze(product));
        return wanted.Length == 0 || text.Contains(wanted, StringComparison.Ordinal) || text.Contains(Head(product, wanted), StringComparison.Ordinal)
            || (CharacterKind.IsIdeograph(wanted[^1]) && text.EndsWith(wanted[^1]));
    }

    private static string Head(string product, string squeezed) => CharacterKind.IsIdeograph(squeezed[^1])
        ? squeezed.Length > LeastHead ? squeezed[^LeastHead..] : squeezed
        : EnglishStem.Of(FoldedText.Fold(product).Split(FoldedText.Gap, StringSplitOptions.RemoveEmptyEntries)[^1]);

    private static string Squeeze(string text) => FoldedText.Fold(text).Replace(FoldedText.Gap.ToString(), "", StringComparison.Ordinal);
}
