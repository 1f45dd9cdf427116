namespace LlmRec.Workbench.Complements.Parsing;

/// <summary>How many parts a text has between its separators, and how many of them could be category names.</summary>
internal readonly ref struct PartCount
{
    /// <summary>Longest part of running text that is taken for a name: 16 Chinese characters or 6 words.</summary>
    private const int LongestName = 16;

    private const int MostWords = 6;

    public PartCount(ReadOnlySpan<char> text)
    {
        var hasProse = Vocabulary.Prose.IsIn(text);
        var parts = new Segments(text);
        while (parts.MoveNext())
        {
            if (Vocabulary.HasLetter(parts.Current))
            {
                All++;
                Names += IsNameLike(parts.Current, hasProse) ? 1 : 0;
            }
        }
    }

    public int All { get; }
    public int Names { get; }

    /// <summary>Enough of the parts are names to take the text for a list.</summary>
    public bool AreNames => All > 1 && Names * 5 >= All * 3;

    private static bool IsNameLike(ReadOnlySpan<char> part, bool mayBeProse)
    {
        var text = NameCleaner.TrimEdges(part);
        if (text.Length is 0 or > 60 || (mayBeProse && Vocabulary.Prose.IsIn(text)))
        {
            return false;
        }

        return text.IndexOfAnyInRange('\u2E80', '\uFFDC') >= 0 ? text.Length <= LongestName : text.Count(' ') < MostWords;
    }
}
