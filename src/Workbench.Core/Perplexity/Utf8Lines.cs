namespace LlmRec.Workbench.Perplexity;

/// <summary>Reads a stream line by line as bytes, without decoding or copying them; a line is valid until the next is read.</summary>
/// <param name="stream">Stays open.</param>
/// <param name="longest">A line of more bytes is an <see cref="InvalidDataException"/>.</param>
public sealed class Utf8Lines(Stream stream, int longest)
{
    private const int FirstSize = 1 << 16;

    private byte[] _buffer = new byte[FirstSize];
    private int _start;
    private int _end;
    private bool _isAtEnd;

    /// <summary>How many lines were read.</summary>
    public long Number { get; private set; }

    /// <summary>The next line without its line end; false at the end of the stream. A line end at the very end does not begin another line.</summary>
    public bool TryRead(out ReadOnlySpan<byte> line)
    {
        var searched = 0;
        while (true)
        {
            var at = _buffer.AsSpan(_start + searched, _end - _start - searched).IndexOf((byte)'\n');
            if (at >= 0 || (_isAtEnd && _end > _start))
            {
                line = Take(at < 0 ? _end - _start : searched + at);
                return true;
            }

            if (_isAtEnd)
            {
                line = default;
                return false;
            }

            searched = _end - _start;
            Fill();
        }
    }

    private ReadOnlySpan<byte> Take(int length)
    {
        var line = _buffer.AsSpan(_start, length);
        _start = Math.Min(_start + length + 1, _end);
        Number++;
        return line is [.., (byte)'\r'] ? line[..^1] : line;
    }

    private void Fill()
    {
        var held = _end - _start;
        if (held > longest)
        {
            throw new InvalidDataException($"line {Number + 1} has more than {longest} bytes");
        }

        var from = _buffer;
        if (held == _buffer.Length)
        {
            _buffer = new byte[(int)Math.Min(2L * held, longest + (long)FirstSize)];
        }

        from.AsSpan(_start, held).CopyTo(_buffer);
        (_start, _end) = (0, held);
        var read = stream.Read(_buffer, _end, _buffer.Length - _end);
        _end += read;
        _isAtEnd = read == 0;
    }
}
