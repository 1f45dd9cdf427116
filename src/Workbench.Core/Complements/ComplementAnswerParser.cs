using LlmRec.Workbench.Catalog;
using LlmRec.Workbench.Complements.Parsing;

namespace LlmRec.Workbench.Complements;

/// <summary>
/// Reads the complement categories out of what a model really sends. Never throws; takes time linear in the answer's length. Looks, in this order, between
/// three quote marks (as the prompts ask), in JSON, between Markdown fences, in lists and lines, and last for a list within running text.
/// </summary>
public static class ComplementAnswerParser
{
    [ThreadStatic]
    private static MentionCollector? _collector;

    /// <summary>Reads <paramref name="answer"/>, the reply about the category named <paramref name="sourceName"/> (its name or its whole path).</summary>
    public static ComplementAnswer Parse(string? answer, string sourceName)
    {
        var names = _collector ??= new MentionCollector();
        var at = sourceName.LastIndexOf(Category.PathSeparator, StringComparison.Ordinal);
        names.Start(answer, at < 0 ? sourceName : sourceName[(at + Category.PathSeparator.Length)..]);
        var text = AnswerFrame.Unwrap(answer, out var isCut);
        if (isCut)
        {
            names.Violations |= Violation.Truncated;
        }

        if (!ReadBlocks(text, names))
        {
            ReadUnquoted(text, names);
        }

        names.SettleLoose();
        return Conclude(text, names);
    }

    /// <summary>Reads every block of three quotes; false when there is none that holds a name.</summary>
    private static bool ReadBlocks(ReadOnlySpan<char> text, MentionCollector names)
    {
        var outside = 0;
        var found = false;
        var explained = false;
        var blocks = new QuotedBlocks(text, fences: false);
        while (blocks.MoveNext())
        {
            var block = text[blocks.Current];
            var isTail = !blocks.IsClosed && !Vocabulary.HasLetter(block);
            if (isTail)
            {
                break;
            }

            found = true;
            explained |= Vocabulary.HasLetter(text[outside..blocks.Outer.Start.Value]);
            outside = blocks.Outer.End.Value;
            names.Violations |= blocks.IsClosed ? Violation.None : Violation.Truncated;
            ReadBlock(block, names);
        }

        explained |= found && Vocabulary.HasLetter(text[outside..]);
        names.Violations |= explained && found ? Violation.Explanation : Violation.None;
        return found && (names.Count > 0 || names.Refused || !explained);
    }

    private static void ReadBlock(ReadOnlySpan<char> block, MentionCollector names)
    {
        if (ReadJson(block, names))
        {
            return;
        }

        var list = NameCleaner.TrimEdges(block);
        if (list.ContainsAny('\n', '\r'))
        {
            PlainAnswer.Read(list, trusted: true, names);
        }
        else
        {
            PlainAnswer.ReadList(list, names);
        }
    }

    private static void ReadUnquoted(ReadOnlySpan<char> text, MentionCollector names)
    {
        names.Violations |= Violation.MissingQuotes;
        if (ReadJson(text, names))
        {
            return;
        }

        var fence = new QuotedBlocks(text, fences: true);
        if (fence.MoveNext() && Vocabulary.HasLetter(text[fence.Current]))
        {
            var around = Vocabulary.HasLetter(text[..fence.Outer.Start.Value]) || Vocabulary.HasLetter(text[fence.Outer.End.Value..]);
            names.Violations |= around ? Violation.Explanation : Violation.None;
            names.Violations |= fence.IsClosed ? Violation.None : Violation.Truncated;
            PlainAnswer.Read(AnswerFrame.WithoutLanguage(text[fence.Current]), trusted: false, names);
            if (names.Count > 0)
            {
                return;
            }
        }

        PlainAnswer.Read(AnswerFrame.Unbracket(text), trusted: false, names);
    }

    private static bool ReadJson(ReadOnlySpan<char> text, MentionCollector names)
    {
        var start = JsonAnswer.Find(text);
        if (start < 0)
        {
            return false;
        }

        var before = names.Violations;
        var end = new JsonAnswer(text, names).Read(start);
        if (names.Count == 0)
        {
            var kept = Vocabulary.HasLetter(text[start..]) ? Violation.OwnName | Violation.Truncated : Violation.None;
            names.Violations = before | (names.Violations & kept);
            return false;
        }

        var around = AnswerFrame.HasWords(text[..start]) || AnswerFrame.HasWords(text[end..]);
        names.Violations |= Violation.NotCommaSeparated | (around ? Violation.Explanation : Violation.None);
        return true;
    }

    private static ComplementAnswer Conclude(ReadOnlySpan<char> text, MentionCollector names)
    {
        if (names.Count > 0)
        {
            return new ComplementAnswer(names.ToArray(), ViolationNames.Of(names.Violations), IsRefusal: false);
        }

        var reason = names.Refused ? Violation.Refusal
            : names.Violations.HasFlag(Violation.OwnName) ? Violation.OwnName
            : AnswerFrame.HasWords(text) ? Violation.NoNames
            : Violation.Empty;
        var kept = names.Violations & (Violation.Truncated | Violation.TooLongName);
        return new ComplementAnswer([], ViolationNames.Of(reason | kept), names.Refused);
    }
}
