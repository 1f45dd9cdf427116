using System.Globalization;
using System.Text;

namespace LlmRec.Workbench.Complements.Parsing;

/// <summary>Strips what models put around a name: white space, quotes, numbering, bold, brackets around the whole, an explanation behind it.</summary>
internal static class NameCleaner
{
    /// <summary>Longest explanation in brackets that is taken for part of the name: 手机（国行）.</summary>
    private const int LongestNote = 14;

    private static readonly string[] Leads = ["and ", "or ", "以及", "还有", "类目名称"];
    private static readonly string[] Tails = ["等等", "等类目", "等商品", "等产品", "等", " etc", "类目名称"];

    private const string LeadStarts = "ao以还类";
    private const string TailEnds = "等目品c称";

    /// <summary>The name inside <paramref name="text"/>; applying it twice changes nothing more. <paramref name="cut"/> tells that an explanation was cut off.</summary>
    public static ReadOnlySpan<char> Clean(ReadOnlySpan<char> text, scoped ref bool cut)
    {
        while (true)
        {
            var length = text.Length;
            text = TrimEdges(text);
            text = text[ListMarker.At(text).Length..];
            text = CutExplanation(text, ref cut);
            text = Unbracket(text, ref cut);
            text = TrimWords(text);
            if (text.Length == length)
            {
                return text;
            }
        }
    }

    public static ReadOnlySpan<char> TrimEdges(ReadOnlySpan<char> text)
    {
        var start = 0;
        var end = text.Length;
        while (start < end && (IsJunk(text[start]) || (end - start > 1 && IsEmoji(text[start], text[start + 1]))))
        {
            start += IsJunk(text[start]) ? 1 : 2;
        }

        while (end > start && (IsJunk(text[end - 1]) || (end - start > 1 && IsEmoji(text[end - 2], text[end - 1]))))
        {
            end -= IsJunk(text[end - 1]) ? 1 : 2;
        }

        return text[start..end];
    }

    private static bool IsEmoji(char high, char low) =>
        char.IsSurrogatePair(high, low) && Rune.GetUnicodeCategory(new Rune(high, low)) is UnicodeCategory.OtherSymbol or UnicodeCategory.ModifierSymbol;

    private static bool IsJunk(char c) =>
        c is < '\u4E00' or > '\u9FFF'
        && (char.IsWhiteSpace(c) || char.IsControl(c) || c is (>= '\u200B' and <= '\u200F') or '\u2060' or '\uFEFF' or '\uFE0F' || Vocabulary.EdgeJunk.Contains(c));

    private static ReadOnlySpan<char> CutExplanation(ReadOnlySpan<char> text, scoped ref bool cut)
    {
        var from = 0;
        while (from < text.Length)
        {
            var at = text[from..].IndexOfAny(Vocabulary.CutChars);
            if (at < 0)
            {
                return text;
            }

            at += from;
            if (IsCut(text, at))
            {
                var left = text[..at];
                cut = true;
                return Vocabulary.HasLetter(left) && !(text[at] is '：' or ':' && Vocabulary.Labels.IsIn(left)) ? left : text[(at + 1)..];
            }

            from = at + 1;
        }

        return text;
    }

    private static bool IsCut(ReadOnlySpan<char> text, int at)
    {
        var before = at > 0 ? text[at - 1] : ' ';
        var after = at + 1 < text.Length ? text[at + 1] : ' ';
        return text[at] switch
        {
            '：' => true,
            ':' => !(char.IsAsciiDigit(before) && char.IsAsciiDigit(after)),
            '*' => after == '*',
            '—' => after == '—' || (before == ' ' && after == ' '),
            '→' => true,
            _ => before == ' ' && after == ' ',
        };
    }

    private static ReadOnlySpan<char> Unbracket(ReadOnlySpan<char> text, scoped ref bool cut)
    {
        if (text.Length == 0 || !text.ContainsAny(Vocabulary.BracketChars))
        {
            return text;
        }

        if (Vocabulary.Closers.IndexOf(text[^1]) is >= 0 and var kind)
        {
            var open = text[..^1].LastIndexOf(Vocabulary.Openers[kind]);
            if (open <= 0)
            {
                return open < 0 ? text[..^1] : text[1..^1];
            }

            var note = text[(open + 1)..^1];
            if (note.Length <= LongestNote && !note.ContainsAny(Vocabulary.SeparatorsAndOpeners) && !Vocabulary.Prose.IsIn(note))
            {
                return text;
            }

            cut = true;
            return text[..open];
        }

        return CutStrayOpener(text, ref cut);
    }

    private static ReadOnlySpan<char> CutStrayOpener(ReadOnlySpan<char> text, scoped ref bool cut)
    {
        var open = text.LastIndexOfAny(Vocabulary.OpenerChars);
        if (open < 0 || Segments.Closing(text, open) >= 0)
        {
            return Vocabulary.Closers.Contains(text[0]) ? text[1..] : text;
        }

        cut |= open > 0;
        return open == 0 ? text[1..] : text[..open];
    }

    private static ReadOnlySpan<char> TrimWords(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || !(LeadStarts.Contains(text[0]) || TailEnds.Contains(text[^1])))
        {
            return text;
        }

        foreach (var lead in Leads)
        {
            if (text.StartsWith(lead, StringComparison.Ordinal))
            {
                text = text[lead.Length..];
            }
        }

        foreach (var tail in Tails)
        {
            if (text.Length > tail.Length + 1 && text.EndsWith(tail, StringComparison.Ordinal))
            {
                text = text[..^tail.Length];
            }
        }

        return text;
    }
}
