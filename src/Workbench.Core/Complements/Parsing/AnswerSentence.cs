namespace LlmRec.Workbench.Complements.Parsing;

/// <param name="Trusted">The text stood between quote marks.</param>
/// <param name="Continues">The line before ended with a separator.</param>
internal readonly record struct SentenceContext(bool Trusted, bool Continues);

/// <summary>Tells lists of names from running text, sentence by sentence.</summary>
internal static class AnswerSentence
{
    public static void ReadLine(ReadOnlySpan<char> line, ListMarker marker, SentenceContext context, MentionCollector names)
    {
        var text = line.TrimEnd();
        if (text.EndsWith("：") || text.EndsWith(":") || (line.StartsWith("#") && marker.Length == 0))
        {
            names.Violations |= names.IsRefusal(text) ? Violation.None : Violation.Explanation;
            return;
        }

        if (marker.Number > 0)
        {
            AnswerItem.Read(text, marker, names);
            return;
        }

        while (!text.IsEmpty && !names.IsFull)
        {
            var end = EndOfSentence(text);
            ReadSentence(text[..end], context, names);
            text = end < text.Length ? text[(end + 1)..] : [];
        }
    }

    /// <summary>Adds every part that could be a name.</summary>
    public static void AddParts(ReadOnlySpan<char> list, MentionCollector names)
    {
        var parts = new Segments(NameCleaner.TrimEdges(list));
        var hasProse = Vocabulary.Prose.IsIn(list);
        while (!names.IsFull && parts.MoveNext())
        {
            names.Add(hasProse ? WithoutProse(parts.Current, names) : parts.Current);
            names.Violations |= parts.Separator == '\0' || Vocabulary.IsComma(parts.Separator) ? Violation.None : Violation.NotCommaSeparated;
        }
    }

    private static ReadOnlySpan<char> WithoutProse(ReadOnlySpan<char> part, MentionCollector names)
    {
        var name = WithoutLeadIn(part);
        if (name.Length < 200 && Vocabulary.Prose.IsIn(name))
        {
            name = BeforeExplanation(name);
        }

        names.Violations |= name.Length < part.Length ? Violation.Explanation : Violation.None;
        return name;
    }

    private static int EndOfSentence(ReadOnlySpan<char> text)
    {
        for (var from = 0; from < text.Length;)
        {
            var at = text[from..].IndexOfAny(Vocabulary.SentenceEnds);
            if (at < 0)
            {
                return text.Length;
            }

            at += from;
            var isStop = text[at] != '.' || (at > 2 && text[at - 1] is not (>= '0' and <= '9') && (at + 1 == text.Length || text[at + 1] == ' '));
            if (isStop)
            {
                return at;
            }

            from = at + 1;
        }

        return text.Length;
    }

    private static void ReadSentence(ReadOnlySpan<char> sentence, SentenceContext context, MentionCollector names)
    {
        if (!Vocabulary.HasLetter(sentence) || names.IsRefusal(sentence))
        {
            return;
        }

        if (context.Trusted)
        {
            var before = names.Count;
            PlainAnswer.ReadList(sentence, names);
            names.Violations |= before > 0 && names.Count > before && !context.Continues ? Violation.NotCommaSeparated : Violation.None;
            return;
        }

        var list = BehindLabel(sentence, names);
        if (list.IsEmpty)
        {
            return;
        }

        var parts = new PartCount(list);
        if (parts.AreNames)
        {
            AddParts(list, names);
        }
        else if (parts.All == 1)
        {
            ReadSingle(list, parts.Names == 1, context, names);
        }
        else
        {
            names.Violations |= Violation.Explanation;
        }
    }

    /// <summary>What stands behind the last label of the sentence; nothing when the label says that an explanation follows.</summary>
    private static ReadOnlySpan<char> BehindLabel(ReadOnlySpan<char> sentence, MentionCollector names)
    {
        var lastSeparator = sentence.LastIndexOfAny(Vocabulary.Separators);
        var start = 0;
        while (true)
        {
            var at = sentence[start..].IndexOfAny('：', ':');
            if (at < 0)
            {
                return sentence[start..];
            }

            at += start;
            var label = sentence[start..at];
            if (label.Length < 20 && Vocabulary.Remarks.IsIn(label))
            {
                names.Violations |= Violation.Explanation;
                return [];
            }

            if (lastSeparator < at && !Vocabulary.Labels.IsIn(label))
            {
                return sentence[start..];
            }

            names.Violations |= Violation.Explanation;
            start = at + 1;
        }
    }

    private static void ReadSingle(ReadOnlySpan<char> text, bool isNameLike, SentenceContext context, MentionCollector names)
    {
        if (SpacedNames(text))
        {
            names.Violations |= Violation.NotCommaSeparated;
            foreach (var word in text.Split(' '))
            {
                names.Add(text[word]);
            }
        }
        else if (context.Continues && isNameLike)
        {
            names.Add(text);
        }
        else if (isNameLike || text.ContainsAny('：', ':') || !Vocabulary.Prose.IsIn(text))
        {
            names.AddLoose(text.Length > 300 ? text[..300] : text);
        }
        else
        {
            names.Violations |= Violation.Explanation;
        }
    }

    /// <summary>衬衫 裤子 皮带: three or more short Chinese words and nothing else.</summary>
    private static bool SpacedNames(ReadOnlySpan<char> text)
    {
        var words = 0;
        foreach (var word in text.Split(' '))
        {
            var (_, length) = word.GetOffsetAndLength(text.Length);
            if (length > 10 || (length > 0 && text[word].IndexOfAnyExceptInRange('\u4E00', '\u9FFF') >= 0))
            {
                return false;
            }

            words += length > 0 ? 1 : 0;
        }

        return words > 2;
    }

    /// <summary>连衣裙可以搭配高跟鞋 → 高跟鞋: the name behind the verb.</summary>
    private static ReadOnlySpan<char> WithoutLeadIn(ReadOnlySpan<char> part)
    {
        foreach (var verb in (ReadOnlySpan<string>)["搭配", "包括", "例如", "比如", "推荐", "类目有", "有："])
        {
            var at = part.Length < 80 ? part.LastIndexOf(verb) : -1;
            if (at > 0 && at + verb.Length < part.Length)
            {
                return part[(at + verb.Length)..];
            }
        }

        return part;
    }

    /// <summary>衬衫（适合通勤） → 衬衫, 腰带 - 很百搭 → 腰带; running text → nothing.</summary>
    private static ReadOnlySpan<char> BeforeExplanation(ReadOnlySpan<char> part)
    {
        var cut = false;
        var name = NameCleaner.Clean(part, ref cut);
        return Vocabulary.Prose.IsIn(name) ? [] : name;
    }
}
