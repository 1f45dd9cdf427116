using LlmRec.Workbench.Titles.Text;

namespace LlmRec.Workbench.Titles.Baseline;

/// <summary>Cuts a title into known words and the stretches between them, such that the words are long and cover much.</summary>
internal static class TitleParts
{
    /// <summary>The parts from left to right, without gaps of the text. Time is linear in its length.</summary>
    public static List<TitlePart> Of(string folded, Lexicon lexicon)
    {
        var best = new double[folded.Length + 1];
        var words = new LexiconWord?[folded.Length + 1];
        Array.Fill(best, double.NegativeInfinity);
        best[0] = 0;
        var found = new List<LexiconWord>();
        for (var at = 0; at < folded.Length; at++)
        {
            Offer(best, words, at + 1, best[at], null);
            found.Clear();
            lexicon.Find(folded, at, found);
            foreach (var word in found)
            {
                Offer(best, words, at + word.Text.Length, best[at] + Worth(word), word);
            }
        }

        return Collect(folded, words);
    }

    // Squares make one long word worth more than the short ones it is made of.
    private static double Worth(LexiconWord word) => word.Text.Length * word.Text.Length;

    private static void Offer(double[] best, LexiconWord?[] words, int end, double worth, LexiconWord? word)
    {
        if (worth >= best[end])
        {
            (best[end], words[end]) = (worth, word);
        }
    }

    private static List<TitlePart> Collect(string folded, LexiconWord?[] words)
    {
        var parts = new List<TitlePart>();
        for (var end = folded.Length; end > 0;)
        {
            var start = words[end] is { } word ? end - word.Text.Length : StretchStart(folded, words, end);
            if (!CharacterKind.IsGap(folded[start]))
            {
                parts.Add(new TitlePart(start, end, words[end]));
            }

            end = start;
        }

        parts.Reverse();
        return parts;
    }

    private static int StretchStart(string folded, LexiconWord?[] words, int end)
    {
        var kind = KindOf(folded[end - 1]);
        var start = end - 1;
        while (start > 0 && words[start] is null && KindOf(folded[start - 1]) == kind)
        {
            start--;
        }

        return start;
    }

    private static int KindOf(char character) => CharacterKind.IsGap(character) ? 0 : CharacterKind.IsWordLetter(character) ? 1 : CharacterKind.IsIdeograph(character) ? 2 : 3;
}
