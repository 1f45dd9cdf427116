using LlmRec.Workbench.Titles.Text;

namespace LlmRec.Workbench.Titles.Checks;

/// <summary>A raw title and its sentence side by side: what was kept, dropped and added.</summary>
public sealed record TitleMarks(IReadOnlyList<MarkedSpan> Title, IReadOnlyList<MarkedSpan> Sentence)
{
    /// <summary>Never throws; takes time proportional to the lengths of both texts.</summary>
    /// <param name="rules">The rules of the title's own language when null.</param>
    public static TitleMarks Of(TitleText title, string sentence, TitleRules? rules = null)
    {
        rules ??= TitleRules.For(title.Title);
        return new TitleMarks(MarkTitle(title.Title, sentence, rules), MarkSentence(title, sentence, rules));
    }

    /// <summary>The words of a sentence that nothing known about the product says, in their order.</summary>
    public static IReadOnlyList<string> ForeignWords(TitleText title, string sentence, TitleRules? rules = null) =>
    [
        .. MarkSentence(title, sentence, rules ?? TitleRules.For(title.Title))
            .Where(s => s.Kind is MarkKind.Foreign).Select(s => sentence.Substring(s.Start, s.Length)),
    ];

    internal static bool HasForeignWords(WordSource source, string sentence, TitleRules rules) =>
        SentenceWords.Mark(FoldedText.Of(sentence), source, rules).Contains(MarkKind.Foreign);

    private static List<MarkedSpan> MarkSentence(TitleText title, string sentence, TitleRules rules)
    {
        var folded = FoldedText.Of(sentence);
        return Spans(folded, SentenceWords.Mark(folded, WordSource.Of(title), rules));
    }

    private static List<MarkedSpan> MarkTitle(string title, string sentence, TitleRules rules)
    {
        var source = new WordSource();
        source.Add(Openings.Cut(sentence, rules));
        var folded = FoldedText.Of(title);
        var kept = source.Cover(folded.Characters);
        return Spans(folded, [.. folded.Characters.Select((c, i) => CharacterKind.IsGap(c) ? MarkKind.Plain : kept[i] ? MarkKind.Kept : MarkKind.Dropped)]);
    }

    private static List<MarkedSpan> Spans(FoldedText text, MarkKind[] kinds)
    {
        var units = new MarkKind[text.Original.Length];
        for (var i = 0; i < kinds.Length; i++)
        {
            Array.Fill(units, kinds[i], text.Start(i), text.End(i) - text.Start(i));
        }

        var spans = new List<MarkedSpan>();
        for (var start = 0; start < units.Length;)
        {
            var end = start;
            while (end < units.Length && units[end] == units[start])
            {
                end++;
            }

            spans.Add(new MarkedSpan(start, end - start, units[start]));
            start = end;
        }

        return spans;
    }
}
