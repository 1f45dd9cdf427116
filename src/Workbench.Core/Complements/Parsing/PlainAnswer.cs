namespace LlmRec.Workbench.Complements.Parsing;

/// <summary>Reads names out of lines: numbered and bulleted lists, Markdown tables, one name per line; running text is left to <see cref="AnswerSentence"/>.</summary>
internal readonly ref struct PlainAnswer
{
    private readonly MentionCollector _names;
    private readonly bool _trusted;
    private readonly bool _isList;
    private readonly bool _isTable;

    /// <param name="trusted">The text stood between quote marks: all of it is taken for names.</param>
    private PlainAnswer(ReadOnlySpan<char> text, bool trusted, MentionCollector names)
    {
        _names = names;
        _trusted = trusted;
        var items = 0;
        foreach (var raw in text.EnumerateLines())
        {
            var line = raw.Trim();
            items += ItemMarker(line, items + 1).Length > 0 ? 1 : 0;
            _isTable |= IsTableRule(line);
        }

        _isList = items > 1;
    }

    public static void Read(ReadOnlySpan<char> text, bool trusted, MentionCollector names) => new PlainAnswer(text, trusted, names).ReadLines(text);

    /// <summary>Reads parts between separators, every part taken for a name.</summary>
    public static void ReadList(ReadOnlySpan<char> list, MentionCollector names)
    {
        var parts = new Segments(NameCleaner.TrimEdges(list));
        var before = names.Count;
        var onlyCommas = true;
        while (!names.IsFull && parts.MoveNext())
        {
            names.Add(parts.Current);
            onlyCommas &= parts.Separator == '\0' || Vocabulary.IsComma(parts.Separator) || names.Count == before;
        }

        names.Violations |= onlyCommas || names.Count - before < 2 ? Violation.None : Violation.NotCommaSeparated;
    }

    private void ReadLines(ReadOnlySpan<char> text)
    {
        var inTable = false;
        var items = 0;
        var continues = false;
        foreach (var raw in text.EnumerateLines())
        {
            var line = raw.Trim();
            if (line.IsEmpty || _names.IsFull)
            {
                continue;
            }

            if (_isTable && line[0] == '|')
            {
                inTable = ReadRow(line, inTable);
                continue;
            }

            var marker = ItemMarker(line, items + 1);
            items += marker.Length > 0 ? 1 : 0;
            if (_isList)
            {
                ReadListLine(line, marker);
                continue;
            }

            AnswerSentence.ReadLine(line[marker.Length..], marker, new SentenceContext(_trusted, continues), _names);
            continues = _names.Count > 0 && Vocabulary.Separators.Contains(line[^1]) && line[^1] != '。';
        }
    }

    private void ReadListLine(ReadOnlySpan<char> line, ListMarker marker)
    {
        if (marker.Length > 0)
        {
            AnswerItem.Read(line[marker.Length..], marker, _names);
        }
        else if (!_names.IsRefusal(line) && Vocabulary.HasLetter(line))
        {
            _names.Violations |= Violation.Explanation;
        }
    }

    /// <summary>Takes the first cell that is no number; the rows above the rule are the heading.</summary>
    private bool ReadRow(ReadOnlySpan<char> line, bool inTable)
    {
        if (!inTable)
        {
            return IsTableRule(line);
        }

        foreach (var cell in line.Split('|'))
        {
            if (Vocabulary.HasLetter(line[cell]))
            {
                _names.Add(line[cell]);
                _names.Violations |= Violation.NotCommaSeparated;
                break;
            }
        }

        return true;
    }

    private static bool IsTableRule(ReadOnlySpan<char> line) => line.StartsWith("|") && line.Contains("--", StringComparison.Ordinal) && line.IndexOfAnyExcept("|-: \t") < 0;

    /// <summary>Also takes <c>1 衬衫</c>, but only where the lines count up from 1. A heading counts as an item when it is numbered.</summary>
    private static ListMarker ItemMarker(ReadOnlySpan<char> line, int expected)
    {
        var hashes = line.Length - line.TrimStart("#> ").Length;
        var content = line[hashes..];
        var marker = ListMarker.At(content);
        if (marker.Length == 0)
        {
            var digits = content.IndexOfAnyExceptInRange('0', '9');
            var counts = digits is 1 or 2 && content[digits] is ' ' or '\t' && int.Parse(content[..digits], provider: null) == expected;
            marker = counts ? new ListMarker(digits + 1, expected, ' ') : default;
        }

        return marker.Length == 0 ? default : marker with { Length = marker.Length + hashes };
    }
}
