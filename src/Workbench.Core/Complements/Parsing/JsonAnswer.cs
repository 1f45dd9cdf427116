namespace LlmRec.Workbench.Complements.Parsing;

/// <summary>
/// Reads names out of JSON as models write it: single quotes, missing or full-width commas, several values in a row, an end in the middle.
/// A name is a string in an array, the value of a key such as <c>name</c>, or the key itself when the value only explains it.
/// </summary>
internal ref struct JsonAnswer(ReadOnlySpan<char> text, MentionCollector names)
{
    private const int MaxDepth = 60;

    private readonly ReadOnlySpan<char> _text = text;
    private readonly MentionCollector _names = names;
    private ReadOnlySpan<char> _key;
    private ulong _arrays;
    private int _depth;
    private int _mutedDepth = int.MaxValue;
    private int _at;

    /// <summary>Where JSON seems to begin, or -1.</summary>
    public static int Find(ReadOnlySpan<char> text)
    {
        for (var from = 0; from < text.Length;)
        {
            var at = text[from..].IndexOfAny('[', '{');
            if (at < 0)
            {
                return -1;
            }

            at += from;
            var next = at + 1;
            while (next < text.Length && char.IsWhiteSpace(text[next]))
            {
                next++;
            }

            if (next < text.Length && (text[next] is '"' or '\'' || (text[at] == '[' && text[next] == '{') || (text[at] == '{' && text[next] == '}')))
            {
                return at;
            }

            from = next;
        }

        return -1;
    }

    /// <summary>Reads up to the end of the last value; returns where that is.</summary>
    public int Read(int from)
    {
        _at = from;
        while (_at < _text.Length && !_names.IsFull)
        {
            Step(_text[_at]);
            if (_depth == 0 && !ContinuesAt(ref _at))
            {
                return _at;
            }
        }

        _names.Violations |= _depth > 0 && !_names.IsFull ? Violation.Truncated : Violation.None;
        return _text.Length;
    }

    private void Step(char c)
    {
        switch (c)
        {
            case '[' or '{':
                Open(c == '[');
                break;
            case ']' or '}':
                _depth = Math.Max(0, _depth - 1);
                _mutedDepth = _depth < _mutedDepth ? int.MaxValue : _mutedDepth;
                _key = default;
                _at++;
                break;
            case '"' or '\'':
                ReadString();
                break;
            case ',' or '，':
                _key = default;
                _at++;
                break;
            default:
                TakeScoredKey(c);
                _at++;
                break;
        }
    }

    private void Open(bool isArray)
    {
        _at++;
        _depth++;
        if (_depth > MaxDepth)
        {
            _at = _text.Length;
            return;
        }

        _arrays = isArray ? _arrays | (1UL << _depth) : _arrays & ~(1UL << _depth);
        if (_mutedDepth == int.MaxValue && JsonKeys.IsRemark(_key))
        {
            _mutedDepth = _depth;
        }

        _key = default;
    }

    private void ReadString()
    {
        var start = _at + 1;
        var end = EndOfString(start, _text[_at]);
        if (end < 0)
        {
            _at = _text.Length;
            return;
        }

        _at = end + 1;
        var value = _text[start..end];
        var inArray = (_arrays & (1UL << _depth)) != 0;
        if (!inArray && _key.IsEmpty)
        {
            _key = value;
        }
        else if (_depth < _mutedDepth)
        {
            Take(value, inArray);
        }
    }

    private readonly void Take(ReadOnlySpan<char> value, bool inArray)
    {
        if (inArray || JsonKeys.IsName(_key))
        {
            PlainAnswer.ReadList(JsonText.Unescape(value), _names);
        }
        else if (JsonKeys.IsRemark(_key))
        {
            _names.Violations |= Violation.Explanation;
        }
        else
        {
            PlainAnswer.ReadList(JsonText.Unescape(_key), _names);
            _names.Violations |= Violation.Explanation;
        }
    }

    /// <summary><c>{"衬衫": 0.9}</c>: the key is the name.</summary>
    private void TakeScoredKey(char c)
    {
        if (char.IsAsciiDigit(c) && !_key.IsEmpty && _depth < _mutedDepth)
        {
            if (!JsonKeys.IsName(_key) && !JsonKeys.IsRemark(_key))
            {
                PlainAnswer.ReadList(JsonText.Unescape(_key), _names);
            }

            _key = default;
        }
    }

    /// <summary>A quote ends a string only where JSON could go on, so that quotes inside a name do no harm.</summary>
    private readonly int EndOfString(int from, char quote)
    {
        while (from < _text.Length)
        {
            var at = _text[from..].IndexOfAny(quote, '\\');
            if (at < 0)
            {
                return -1;
            }

            at += from;
            if (_text[at] == '\\')
            {
                from = at + 2;
                continue;
            }

            var next = at + 1;
            while (next < _text.Length && next < at + 16 && char.IsWhiteSpace(_text[next]))
            {
                next++;
            }

            if (next >= _text.Length || ",，、:：]}\n".Contains(_text[next]) || (_text[next] == quote && next > at + 1))
            {
                return at;
            }

            from = at + 1;
        }

        return -1;
    }

    private readonly bool ContinuesAt(ref int at)
    {
        var next = at;
        while (next < _text.Length && (char.IsWhiteSpace(_text[next]) || _text[next] is ',' or '，'))
        {
            next++;
        }

        if (next < _text.Length && _text[next] is '[' or '{')
        {
            at = next;
            return true;
        }

        return false;
    }
}
