using System.Text;
using System.Text.Unicode;

namespace LlmRec.Workbench.Catalog.Importing;

/// <summary>
/// Tells UTF-8 from GB18030 by reading the whole file once. A file in which most lines beyond ASCII are good UTF-8 is UTF-8 with some broken lines.
/// A short text in GB18030 may look like UTF-8 by chance, but then only like its two-byte letters, never like Chinese.
/// </summary>
internal sealed class TextEncodingDetector
{
    private readonly byte[] _buffer = new byte[ImportLimits.MaxLineBytes + 1];
    private int _good;
    private int _perhapsGood;
    private int _broken;
    private int _brokenBothWays;

    /// <summary>The first line that is longer than <see cref="ImportLimits.MaxLineBytes"/>; 0 without one.</summary>
    public int TooLongLine { get; private set; }

    public TextEncoding Detect(Stream stream)
    {
        var start = new byte[4];
        var count = stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        stream.Position = 0;
        if (count >= 2 && (start[0], start[1]) is (0xFF, 0xFE) or (0xFE, 0xFF))
        {
            return TextEncoding.Utf16;
        }

        Scan(stream);
        var looksBroken = _broken > _good && _broken * 2 > _perhapsGood && _brokenBothWays < _broken;
        return looksBroken && !Encoding.UTF8.Preamble.SequenceEqual(start.AsSpan(0, Math.Min(count, 3))) ? TextEncoding.Gb18030 : TextEncoding.Utf8;
    }

    private void Scan(Stream stream)
    {
        int line = 0, filled = 0, read;
        while ((read = stream.Read(_buffer, filled, _buffer.Length - filled)) > 0)
        {
            filled += read;
            var rest = _buffer.AsSpan(0, filled);
            for (var end = rest.IndexOf((byte)'\n'); end >= 0; end = rest.IndexOf((byte)'\n'))
            {
                line++;
                Judge(rest[..end]);
                rest = rest[(end + 1)..];
            }

            if (rest.Length == _buffer.Length)
            {
                TooLongLine = line + 1;
                return;
            }

            rest.CopyTo(_buffer);
            filled = rest.Length;
        }

        Judge(_buffer.AsSpan(0, filled));
    }

    private void Judge(ReadOnlySpan<byte> line)
    {
        if (Ascii.IsValid(line))
        {
            return;
        }

        if (Utf8.IsValid(line))
        {
            var certain = line.IndexOfAnyInRange((byte)0xE0, (byte)0xF4) >= 0;
            _good += certain ? 1 : 0;
            _perhapsGood += certain ? 0 : 1;
        }
        else
        {
            _broken++;
            _brokenBothWays += TextEncoding.Gb18030.Encoding.GetString(line).Contains(TextEncoding.Broken) ? 1 : 0;
        }
    }
}
