using LlmRec.Workbench.Titles.Text;

namespace LlmRec.Workbench.Titles.Checks;

/// <summary>Says of every character of a sentence whether it is plain, said by the product's data, or foreign.</summary>
internal static class SentenceWords
{
    public static MarkKind[] Mark(FoldedText sentence, WordSource source, TitleRules rules)
    {
        var text = sentence.Characters;
        var covered = source.Cover(text);
        var kinds = new MarkKind[text.Length];
        for (var at = OpeningEnd(sentence, rules); at < text.Length;)
        {
            var end = WordEnd(text, covered, at);
            Array.Fill(kinds, KindOf(text, covered, at, end), at, end - at);
            at = end;
        }

        return kinds;
    }

    /// <summary>The number of folded characters before the end of the opening; 0 when the sentence does not begin with it.</summary>
    public static int OpeningEnd(FoldedText sentence, TitleRules rules)
    {
        var blank = sentence.Original.Length - sentence.Original.TrimStart().Length;
        if (!Openings.Begins(sentence.Original, rules))
        {
            return 0;
        }

        var end = 0;
        while (end < sentence.Length && sentence.End(end) <= blank + rules.Opening.Length)
        {
            end++;
        }

        return end;
    }

    private static int WordEnd(string text, bool[] covered, int at)
    {
        var end = WordSource.WordEnd(text, at);
        if (end > at)
        {
            return end;
        }

        return covered[at] ? at + 1 : at + Math.Max(1, FunctionWords.ChineseLength(text, at));
    }

    private static MarkKind KindOf(string text, bool[] covered, int at, int end)
    {
        if (CharacterKind.IsGap(text[at]))
        {
            return MarkKind.Plain;
        }

        if (covered[at])
        {
            return MarkKind.Kept;
        }

        var plain = CharacterKind.IsWordLetter(text[at])
            ? FunctionWords.IsEnglish(text[at..end])
            : FunctionWords.ChineseLength(text, at) > 0 || (FunctionWords.CompletesAudience(text, at) && covered[at - 1]);
        return plain ? MarkKind.Plain : MarkKind.Foreign;
    }
}
