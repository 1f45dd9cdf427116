using LlmRec.Workbench.Mapping.Names;

namespace LlmRec.Workbench.Mapping.Sources;

/// <summary>The words of a title or text for counting: Latin words, and pairs of neighbouring characters of scripts without spaces.</summary>
internal static class TitleWords
{
    private const int MostTokens = 60;

    public static IReadOnlySet<string> Of(string text)
    {
        var tokens = NameTokens.Of(TextKey.Normalize(text));
        var words = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < Math.Min(tokens.Count, MostTokens); i++)
        {
            if (!Script.IsIdeographic(tokens[i][0]))
            {
                words.Add(tokens[i]);
            }
            else if (i > 0 && Script.IsIdeographic(tokens[i - 1][0]))
            {
                words.Add(tokens[i - 1] + tokens[i]);
            }
        }

        return words;
    }
}
