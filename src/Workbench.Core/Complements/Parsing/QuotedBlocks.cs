namespace LlmRec.Workbench.Complements.Parsing;

/// <summary>Finds the texts between runs of three or more quote marks (any kind, also typographic ones) or between Markdown fences.</summary>
internal ref struct QuotedBlocks(ReadOnlySpan<char> text, bool fences)
{
    private const string Singles = "'’‘＇´";
    private const string Doubles = "\"“”＂";

    private int _at;

    public Range Current { get; private set; }

    /// <summary>The whole block, its marks included.</summary>
    public Range Outer { get; private set; }

    public bool IsClosed { get; private set; }

    private readonly ReadOnlySpan<char> _text = text;
    private readonly bool _fences = fences;

    public bool MoveNext()
    {
        if (!FindRun(_at, '\0', out var open, out var start))
        {
            return false;
        }

        IsClosed = FindRun(start, _text[open], out var close, out var end);
        Current = start..(IsClosed ? close : _text.Length);
        Outer = open..(IsClosed ? end : _text.Length);
        _at = Outer.End.Value;
        return true;
    }

    public readonly QuotedBlocks GetEnumerator() => this;

    /// <summary>The next run of at least three marks of one kind; <paramref name="like"/> asks for the kind of that mark.</summary>
    private readonly bool FindRun(int from, char like, out int start, out int end)
    {
        start = from;
        end = from;
        while (start < _text.Length)
        {
            var at = _text[start..].IndexOfAny(Vocabulary.QuoteChars);
            if (at < 0)
            {
                return false;
            }

            start += at;
            end = start + 1;
            var kind = Kind(_text[start]);
            while (end < _text.Length && Kind(_text[end]) == kind)
            {
                end++;
            }

            if (end - start >= 3 && (kind == 3) == _fences && (like == '\0' || Kind(like) == kind))
            {
                return true;
            }

            start = end;
        }

        return false;
    }

    private static int Kind(char c) => Singles.Contains(c) ? 1 : Doubles.Contains(c) ? 2 : c == '`' ? 3 : 0;
}
