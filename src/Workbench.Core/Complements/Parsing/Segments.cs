namespace LlmRec.Workbench.Complements.Parsing;

/// <summary>Splits at separators, but not inside a short pair of brackets: <c>调味品（盐，糖），锅</c> has two parts.</summary>
internal ref struct Segments(ReadOnlySpan<char> text)
{
    /// <summary>Brackets longer than this are taken for a stray opening bracket; the bound keeps the split linear.</summary>
    private const int LongestBracket = 40;

    private ReadOnlySpan<char> _rest = text;
    private bool _ended;

    public ReadOnlySpan<char> Current { get; private set; }

    /// <summary>The character that ended the current part; <c>\0</c> at the end of the text.</summary>
    public char Separator { get; private set; }

    public bool MoveNext()
    {
        if (_ended)
        {
            return false;
        }

        var at = Find(_rest);
        _ended = at < 0;
        Current = _ended ? _rest : _rest[..at];
        Separator = _ended ? '\0' : _rest[at];
        _rest = _ended ? [] : _rest[(at + 1)..];
        return true;
    }

    /// <summary>Where the bracket opened at <paramref name="open"/> closes, or -1.</summary>
    public static int Closing(ReadOnlySpan<char> text, int open)
    {
        var close = Vocabulary.Closers[Vocabulary.Openers.IndexOf(text[open])];
        var end = text.Slice(open + 1, Math.Min(LongestBracket, text.Length - open - 1)).IndexOf(close);
        return end < 0 ? -1 : open + 1 + end;
    }

    private static int Find(ReadOnlySpan<char> text)
    {
        var from = 0;
        while (true)
        {
            var at = text[from..].IndexOfAny(Vocabulary.SeparatorsAndOpeners);
            if (at < 0)
            {
                return -1;
            }

            at += from;
            if (!Vocabulary.Openers.Contains(text[at]))
            {
                return at;
            }

            from = Math.Max(at, Closing(text, at)) + 1;
        }
    }
}
