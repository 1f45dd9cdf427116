using System.Buffers;
using LlmRec.Workbench.Titles.Text;

namespace LlmRec.Workbench.Titles.Baseline;

/// <summary>
/// Makes the sentence of an English title: its first phrase, which ends where size, colour and use begin, without words that sell. The product is the last known
/// product word of that phrase, else its last word.
/// </summary>
internal static class EnglishSentence
{
    private const int MaxWords = 14;
    private const string Ends = ",;|([{:—–";

    private static readonly SearchValues<char> EndCharacters = SearchValues.Create(Ends);
    private static readonly char[] Edges = [.. Ends, '.', '!', '?', '*', '"', ')', ']', '}'];

    private static readonly HashSet<string> EndWords = new(StringComparer.OrdinalIgnoreCase) { "with", "for", "by", "in", "-", "from", "w/", "featuring", "includes", "including" };

    /// <summary>The words of the first phrase, as the title writes them; at least one where the title holds a word.</summary>
    public static IReadOnlyList<string> Phrase(TitleReading reading)
    {
        var words = new List<string>();
        var original = reading.Title.Original;
        foreach (var (start, end) in Words(original))
        {
            var word = original[start..end];
            if (words.Count == MaxWords || (words.Count > 1 && EndWords.Contains(word)))
            {
                break;
            }

            var clean = word.Trim(Edges);
            if (clean.Any(char.IsLetterOrDigit) && !IsPromotion(reading, start, end))
            {
                words.Add(clean);
            }

            if (words.Count > 1 && word.AsSpan()[1..].ContainsAny(EndCharacters))
            {
                break;
            }
        }

        return words;
    }

    public static string? Product(TitleReading reading, IReadOnlyList<string> phrase)
    {
        var text = string.Join(' ', phrase);
        var folded = FoldedText.Fold(text);
        var known = reading.Parts.Where(p => p.Is(WordKinds.Product)).Select(p => (Place: p, At: folded.LastIndexOf(p.Word!.Text, StringComparison.Ordinal)))
            .Where(p => p.At >= 0).OrderByDescending(p => p.At + p.Place.Length).ThenByDescending(p => p.Place.Length).Select(p => reading.Title.Source(p.Place.Start, p.Place.End));
        return known.FirstOrDefault() ?? (phrase.Count > 0 ? phrase[^1] : null);
    }

    private static bool IsPromotion(TitleReading reading, int start, int end) => reading.Parts.Any(p =>
        p.Is(WordKinds.Promotion) && reading.Title.Start(p.Start) <= start && reading.Title.End(p.End - 1) >= end - 1);

    private static IEnumerable<(int Start, int End)> Words(string text)
    {
        for (var start = 0; start < text.Length;)
        {
            var end = start;
            while (end < text.Length && !char.IsWhiteSpace(text[end]))
            {
                end++;
            }

            if (end > start)
            {
                yield return (start, end);
            }

            start = end + 1;
        }
    }
}
