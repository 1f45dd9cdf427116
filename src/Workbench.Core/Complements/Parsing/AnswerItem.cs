namespace LlmRec.Workbench.Complements.Parsing;

/// <summary>Reads one item of a list: a name, a name with an explanation, a group with its names, or several numbered items on one line.</summary>
internal static class AnswerItem
{
    public static void Read(ReadOnlySpan<char> content, ListMarker marker, MentionCollector names)
    {
        var number = marker.Number;
        Span<char> next = stackalloc char[4];
        while (number > 0 && marker.Delimiter != ' ')
        {
            (number + 1).TryFormat(next, out var digits, provider: null);
            next[digits] = marker.Delimiter;
            var at = content.IndexOf(next[..(digits + 1)]);
            if (at < 0 || number > 98)
            {
                break;
            }

            ReadOne(content[..at], names);
            content = content[(at + digits + 1)..];
            number++;
        }

        ReadOne(content, names);
    }

    private static void ReadOne(ReadOnlySpan<char> item, MentionCollector names)
    {
        names.Violations |= Violation.NotCommaSeparated;
        if (names.IsRefusal(item))
        {
            return;
        }

        var colon = item.IndexOfAny('：', ':');
        if (colon >= 0 && !NameCleaner.TrimEdges(item[(colon + 1)..]).IsEmpty)
        {
            ReadLabelled(item, colon, names);
            return;
        }

        var parts = new PartCount(item);
        if (parts.All == 1 || parts.AreNames)
        {
            AnswerSentence.AddParts(item, names);
        }
        else if (Vocabulary.HasLetter(item))
        {
            names.Violations |= Violation.Explanation;
        }
    }

    /// <summary>衬衫：百搭 is a name with its explanation, 上装：衬衫、T恤、卫衣 a group; they are told apart by how many names follow.</summary>
    private static void ReadLabelled(ReadOnlySpan<char> item, int colon, MentionCollector names)
    {
        var left = item[..colon];
        var right = item[(colon + 1)..];
        if (Vocabulary.Remarks.IsIn(left))
        {
            names.Violations |= Violation.Explanation;
            return;
        }

        var parts = new PartCount(right);
        if (Vocabulary.Labels.IsIn(left) || (parts.All > 2 && parts.Names == parts.All))
        {
            names.Violations |= Violation.Explanation;
            AnswerSentence.AddParts(right, names);
        }
        else
        {
            AnswerSentence.AddParts(left, names);
            names.Violations |= Violation.Explanation;
        }
    }
}
