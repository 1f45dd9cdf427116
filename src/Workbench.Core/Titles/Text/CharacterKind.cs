using LlmRec.Workbench.Mapping.Names;
using LlmRec.Workbench.Mapping;

namespace LlmRec.Workbench.Titles.Text;

/// <summary>Tells where words of folded text can begin and end: letters and digits form words of their own, ideographs can part anywhere.</summary>
internal static class CharacterKind
{
    public static bool IsGap(char character) => character is FoldedText.Gap;

    public static bool IsIdeograph(char character) => Script.IsIdeographic(character);

    /// <summary>A letter or digit of a script with words, so that a neighbour of the same kind belongs to the same word.</summary>
    public static bool IsWordLetter(char character) => char.IsLetterOrDigit(character) && !Script.IsIdeographic(character);

    /// <summary>Whether a word may begin at, or end before, this position: letters do not part from letters, digits not from digits.</summary>
    public static bool IsBoundary(string text, int at) => at <= 0 || at >= text.Length
        || !IsWordLetter(text[at - 1]) || !IsWordLetter(text[at]) || char.IsDigit(text[at - 1]) != char.IsDigit(text[at]);
}
