using System.Collections.Frozen;

namespace LlmRec.Workbench.Titles.Checks;

/// <summary>Counts sentences: parts with words between full stops, question and exclamation marks and line breaks.</summary>
internal static class SentenceCount
{
    private static readonly FrozenSet<string> Abbreviations =
        new[] { "dr", "mr", "mrs", "ms", "st", "no", "vs", "co", "inc", "ltd", "jr", "sr", "approx", "vol", "ed", "fig", "oz", "ft", "in", "lb", "lbs", "pcs", "pc", "e.g", "i.e" }
            .ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public static int Of(string text)
    {
        var (sentences, words, start) = (0, false, 0);
        for (var at = 0; at < text.Length; at++)
        {
            words |= char.IsLetterOrDigit(text[at]);
            if (words && IsEnd(text, at, start))
            {
                (sentences, words, start) = (sentences + 1, false, at + 1);
            }
        }

        return words ? sentences + 1 : sentences;
    }

    private static bool IsEnd(string text, int at, int start) => text[at] switch
    {
        '。' or '！' or '？' or '!' or '?' or '．' or '｡' or '\n' or '\r' or '\u2028' or '\u2029' => true,
        '.' => (at + 1 == text.Length || char.IsWhiteSpace(text[at + 1])) && !IsAbbreviation(text.AsSpan(start, at - start)),
        _ => false,
    };

    // A single letter is an initial (U. S.), and so no end of a sentence either.
    private static bool IsAbbreviation(ReadOnlySpan<char> before)
    {
        var word = before[(before.LastIndexOfAny(' ', '\t') + 1)..];
        return word.Length <= 1 || Abbreviations.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);
    }
}
