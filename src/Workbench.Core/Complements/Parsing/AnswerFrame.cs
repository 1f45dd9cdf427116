namespace LlmRec.Workbench.Complements.Parsing;

/// <summary>Removes what the serving side puts around an answer: thinking blocks, answer tags, end marks, the language of a code fence.</summary>
internal static class AnswerFrame
{
    private static readonly string[] Thoughts = ["think", "thinking", "reasoning", "thought"];
    private static readonly string[] Answers = ["answer", "output", "result"];

    /// <summary>The answer itself; <paramref name="isCut"/> when the reply ended while the model was still thinking.</summary>
    public static ReadOnlySpan<char> Unwrap(ReadOnlySpan<char> text, out bool isCut)
    {
        isCut = false;
        text = text.Trim();
        if (!text.Contains('<'))
        {
            return text;
        }

        foreach (var tag in Thoughts)
        {
            var close = text.LastIndexOf($"</{tag}>", StringComparison.OrdinalIgnoreCase);
            if (close >= 0)
            {
                text = text[(close + tag.Length + 3)..];
            }
            else if (text.StartsWith($"<{tag}>", StringComparison.OrdinalIgnoreCase))
            {
                isCut = true;
                return [];
            }
        }

        return WithoutEndMarks(InsideTag(text));
    }

    /// <summary>What stands behind the language tag of a fenced block.</summary>
    public static ReadOnlySpan<char> WithoutLanguage(ReadOnlySpan<char> block)
    {
        var line = block.IndexOfAny('\r', '\n');
        return line is > 0 and < 16 && block[..line].Trim().IndexOfAnyExceptInRange('A', 'z') < 0 ? block[line..] : block;
    }

    /// <summary>The content of brackets that stand around the whole text.</summary>
    public static ReadOnlySpan<char> Unbracket(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        var kind = text.Length > 2 ? Vocabulary.Openers.IndexOf(text[0]) : -1;
        return kind >= 0 && text[1..].IndexOf(Vocabulary.Closers[kind]) == text.Length - 2 ? text[1..^1] : text;
    }

    /// <summary>Whether anything is said, the words for "none" and a fence's language not counted.</summary>
    public static bool HasWords(ReadOnlySpan<char> text)
    {
        var words = NameCleaner.TrimEdges(text);
        return Vocabulary.HasLetter(words) && !Vocabulary.IsFiller(words);
    }

    private static ReadOnlySpan<char> InsideTag(ReadOnlySpan<char> text)
    {
        foreach (var tag in Answers)
        {
            var open = text.IndexOf($"<{tag}>", StringComparison.OrdinalIgnoreCase);
            if (open >= 0)
            {
                var content = text[(open + tag.Length + 2)..];
                var close = content.IndexOf($"</{tag}>", StringComparison.OrdinalIgnoreCase);
                return close < 0 ? content : content[..close];
            }
        }

        return text;
    }

    private static ReadOnlySpan<char> WithoutEndMarks(ReadOnlySpan<char> text)
    {
        while (text.StartsWith("<|") && text.IndexOf("|>") is > 0 and var end)
        {
            text = text[(end + 2)..];
        }

        foreach (var mark in (ReadOnlySpan<string>)["<|", "</s>"])
        {
            var at = text.IndexOf(mark);
            text = at > 0 ? text[..at] : text;
        }

        return text.Trim();
    }
}
