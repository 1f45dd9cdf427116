namespace LlmRec.Workbench.Complements.Parsing;

/// <summary>The number or bullet before a list item.</summary>
/// <param name="Length">Characters of the marker, white space behind it included; 0 for no marker.</param>
/// <param name="Number">The number of <c>1.</c> and its like; 0 for every other kind.</param>
/// <param name="Delimiter">What stands behind the number.</param>
internal readonly record struct ListMarker(int Length, int Number, char Delimiter)
{
    private const string Bullets = "-*+•·●○◆◇■□▪▸►▶→✓✔★☆※✅–—";
    private const string Delimiters = ".．、)）";
    private const string ChineseNumbers = "一二三四五六七八九十";

    /// <summary>The marker at the start of <paramref name="text"/>, which begins with no white space.</summary>
    public static ListMarker At(ReadOnlySpan<char> text)
    {
        if (text.Length < 2)
        {
            return default;
        }

        var first = text[0];
        return first switch
        {
            >= '0' and <= '9' => Numbered(text),
            '(' or '（' or '[' or '【' => Bracketed(text),
            >= '一' and <= '鿿' => Chinese(text),
            _ when Vocabulary.CircledNumbers.Contains(first) => new(Skip(text, 1), 0, '\0'),
            _ when Bullets.Contains(first) => Bullet(text),
            _ when char.IsAsciiLetter(first) && text[1] is '.' or ')' or '）' && text.Length > 2 && text[2] == ' ' => new(Skip(text, 2), 0, '\0'),
            _ => default,
        };
    }

    private static ListMarker Numbered(ReadOnlySpan<char> text)
    {
        var digits = 1;
        while (digits < text.Length && digits < 3 && char.IsAsciiDigit(text[digits]))
        {
            digits++;
        }

        if (digits == text.Length || !Delimiters.Contains(text[digits]) || (digits + 1 < text.Length && char.IsAsciiDigit(text[digits + 1])))
        {
            return default;
        }

        return new(Skip(text, digits + 1), int.Parse(text[..digits], provider: null), text[digits]);
    }

    private static ListMarker Bracketed(ReadOnlySpan<char> text)
    {
        var end = 1;
        while (end < text.Length && end < 4 && (char.IsAsciiDigit(text[end]) || ChineseNumbers.Contains(text[end])))
        {
            end++;
        }

        return end > 1 && end < text.Length && Vocabulary.Closers.Contains(text[end]) ? new(Skip(text, end + 1), 0, '\0') : default;
    }

    private static ListMarker Chinese(ReadOnlySpan<char> text)
    {
        var end = 0;
        while (end < text.Length && end < 3 && ChineseNumbers.Contains(text[end]))
        {
            end++;
        }

        return end > 0 && end < text.Length && "、．.".Contains(text[end]) ? new(Skip(text, end + 1), 0, '\0') : default;
    }

    /// <summary><c>**bold**</c>, <c>-5</c> and <c>---</c> are no bullets.</summary>
    private static ListMarker Bullet(ReadOnlySpan<char> text)
    {
        var next = text[1];
        if ((text[0] is '-' or '*' or '+' or '–' or '—') && next < 0x2E80 && next != ' ' && next != '\t')
        {
            return default;
        }

        var length = Skip(text, 1);
        var rest = text[length..];
        return new(rest.StartsWith("[ ]") || rest.StartsWith("[x]") ? Skip(text, length + 3) : length, 0, '\0');
    }

    private static int Skip(ReadOnlySpan<char> text, int from)
    {
        while (from < text.Length && char.IsWhiteSpace(text[from]))
        {
            from++;
        }

        return from;
    }
}
