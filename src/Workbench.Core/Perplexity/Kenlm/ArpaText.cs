using System.IO.Compression;
using System.Text;

namespace LlmRec.Workbench.Perplexity.Kenlm;

/// <summary>An ARPA text, plain or gzip-compressed, read line by line from its beginning; all its errors name the file and the line.</summary>
internal sealed class ArpaText : IDisposable
{
    private const int LongestLine = 1 << 20;
    private const int MostOpeningLines = 1000;

    private readonly string _path;
    private readonly Stream _stream;
    private readonly Utf8Lines _lines;

    public ArpaText(string path)
    {
        _path = path;
        _stream = Open(path);
        _lines = new Utf8Lines(_stream, LongestLine);
    }

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    public static bool IsGzip(ReadOnlySpan<byte> head) => head.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]);

    /// <summary>The file's bytes, unpacked if they are gzip.</summary>
    public static Stream Open(string path)
    {
        var file = File.OpenRead(path);
        Span<byte> head = stackalloc byte[2];
        var isGzip = IsGzip(head[..file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)]);
        file.Position = 0;
        return isGzip ? new GZipStream(file, CompressionMode.Decompress) : file;
    }

    public void Dispose() => _stream.Dispose();

    /// <summary>Reads up to the end of the counts: comments and empty lines, <c>\data\</c>, <c>ngram 1=COUNT</c> and so on, an empty line.</summary>
    public List<long> ReadCounts()
    {
        while (!Trim(Next("\\data\\")).SequenceEqual("\\data\\"u8))
        {
            if (_lines.Number > MostOpeningLines)
            {
                throw Wrong($"there is no line \\data\\ among the first {MostOpeningLines}");
            }
        }

        var counts = new List<long>();
        while (TryNext(out var line) && Trim(line) is { IsEmpty: false } count)
        {
            counts.Add(ReadCount(count, counts.Count + 1));
        }

        return counts.Count is > 0 and <= NgramState.MaxOrder ? counts
            : throw Wrong($"'ngram N=COUNT' lines are missing or damaged: there are {counts.Count}, and 1 to {NgramState.MaxOrder} are possible");
    }

    /// <summary>Skips empty lines and demands this one.</summary>
    public void Expect(string expected)
    {
        var line = Trim(Next(expected));
        while (line.IsEmpty)
        {
            line = Trim(Next(expected));
        }

        if (!line.SequenceEqual(Encoding.UTF8.GetBytes(expected)))
        {
            throw Wrong($"expected {expected} but found '{Show(line)}'");
        }
    }

    /// <summary>The next line; its absence is an error that says what was expected.</summary>
    public ReadOnlySpan<byte> Next(string expected) => TryNext(out var line) ? line : throw Wrong($"the text ends before its {expected}");

    private bool TryNext(out ReadOnlySpan<byte> line)
    {
        try
        {
            return _lines.TryRead(out line);
        }
        catch (Exception error) when (error is InvalidDataException or IOException)
        {
            throw new LanguageModelException($"{_path} cannot be read to its end: {error.Message}");
        }
    }

    public LanguageModelException Wrong(string what) => new($"{_path} is no whole ARPA model: line {_lines.Number}: {what}. Fetch or build the model again.");

    public static string Show(ReadOnlySpan<byte> line) => Encoding.UTF8.GetString(line[..Math.Min(line.Length, 60)]);

    private static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> line) => (line.StartsWith(ByteOrderMark) ? line[ByteOrderMark.Length..] : line).Trim(" \t\r"u8);

    private long ReadCount(ReadOnlySpan<byte> line, int order)
    {
        var prefix = Encoding.ASCII.GetBytes($"ngram {order}=");
        return line.StartsWith(prefix) && long.TryParse(line[prefix.Length..].Trim((byte)' '), out var count) && count >= 0
            ? count
            : throw Wrong($"'ngram N=COUNT' lines are missing or damaged: expected ngram {order}=COUNT but found '{Show(line)}'");
    }
}
