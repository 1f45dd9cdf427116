using System.Text;

namespace LlmRec.Workbench.Mapping.Names;

/// <summary>Cuts a normalised text into tokens: single characters of scripts without spaces, whole words of the others.</summary>
internal static class NameTokens
{
    private static readonly HashSet<string> Ignored = ["and", "or", "the", "of", "a", "s", "的"];

    public static IReadOnlyList<string> Of(string key)
    {
        var tokens = new List<string>();
        var word = new StringBuilder();
        foreach (var rune in key.EnumerateRunes())
        {
            var isIdeographic = Script.IsIdeographic(rune);
            if (!isIdeographic && Rune.IsLetterOrDigit(rune))
            {
                word.Append(rune.ToString());
                continue;
            }

            Add(tokens, word.ToString());
            word.Clear();
            if (isIdeographic)
            {
                Add(tokens, rune.ToString());
            }
        }

        Add(tokens, word.ToString());
        return tokens;
    }

    private static void Add(List<string> tokens, string word)
    {
        if (word.Length > 0 && !Ignored.Contains(word))
        {
            tokens.Add(EnglishStem.Of(word));
        }
    }
}
