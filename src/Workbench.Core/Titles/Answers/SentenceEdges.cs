using System.Globalization;
using System.Text;
using LlmRec.Workbench.Complements.Parsing;

namespace LlmRec.Workbench.Titles.Answers;

/// <summary>Takes off what models put before and behind a sentence: list marks, labels, quotes, Markdown, the full stop.</summary>
internal static class SentenceEdges
{
    private const char Replacement = '\uFFFD';
    private const string Openers = "\"'“‘「『`*_《【<（(";
    private const string Closers = "\"'”’」』`*_》】>）)";
    private const string Stops = "。.．";

    private static readonly string[] Labels =
    [
        "答案", "回答", "标题", "商品标题", "规范标题", "规范化标题", "规范后的标题", "句子", "结果", "输出", "最终答案", "商品", "一句话", "简短标题",
        "answer", "title", "sentence", "result", "output", "final answer", "normalised title", "normalized title", "normalised", "normalized", "product",
    ];

    /// <summary>One line without its wrapping; applying it twice changes nothing more.</summary>
    public static string Clean(string line)
    {
        var text = Printable(line).Trim();
        while (true)
        {
            var length = text.Length;
            text = text.TrimStart('#', '>').Trim();
            text = text[ListMarker.At(text).Length..];
            text = WithoutWrapping(text).Trim();
            text = WithoutLabel(text);
            text = WithoutStop(text);
            if (text.Length == length)
            {
                return text;
            }
        }
    }

    /// <summary>At most so many UTF-16 units, never half a character.</summary>
    public static string Cut(string text, int length) =>
        text.Length <= length ? text : text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)].TrimEnd();

    /// <summary>Control and format characters become blanks or nothing, halves of characters U+FFFD: what is stored is what was read.</summary>
    private static string Printable(string text)
    {
        if (!text.Any(IsOdd))
        {
            return text;
        }

        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            clean.Append(Rune.GetUnicodeCategory(rune) switch
            {
                UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => " ",
                UnicodeCategory.Format when rune.Value != ZeroWidthJoiner => "",
                _ => rune.ToString(),
            });
        }

        return clean.ToString();
    }

    // Holds the parts of one emoji together.
    private const int ZeroWidthJoiner = 0x200D;

    private static bool IsOdd(char c) => char.IsControl(c) || char.IsSurrogate(c) || c == Replacement || char.GetUnicodeCategory(c) is
        UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    /// <summary>A pair that stands around the whole: <c>“…”</c>, <c>**…**</c>; and an opener or closer that has no partner.</summary>
    private static string WithoutWrapping(string text)
    {
        var kind = text.Length > 1 ? Openers.IndexOf(text[0], StringComparison.Ordinal) : -1;
        if (kind < 0)
        {
            return text.Length > 0 && "\"'”’」』`*_".Contains(text[^1]) && !HasPartner(text) ? text[..^1] : text;
        }

        var closer = Closers[kind];
        var next = text.IndexOf(closer, 1);
        return next == text.Length - 1 || (closer == Openers[kind] && text[^1] == closer) ? text[1..^1] : next < 0 ? text[1..] : text;
    }

    private static bool HasPartner(string text)
    {
        var closer = text[^1];
        return text.AsSpan(0, text.Length - 1).ContainsAny(closer, Openers[Closers.IndexOf(closer, StringComparison.Ordinal)]);
    }

    private static string WithoutLabel(string text)
    {
        var colon = text.AsSpan().IndexOfAny(':', '：');
        return colon > 0 && Labels.Contains(text[..colon].Trim(' ', '*', '_', '"', '“', '”'), StringComparer.OrdinalIgnoreCase)
            ? text[(colon + 1)..].TrimStart('*', '_').Trim() : text;
    }

    private static string WithoutStop(string text) =>
        text.Length > 1 && Stops.Contains(text[^1]) && !Stops.Contains(text[^2]) ? text[..^1].TrimEnd() : text;
}
