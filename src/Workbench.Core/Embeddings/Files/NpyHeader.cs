using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace LlmRec.Workbench.Embeddings.Files;

/// <summary>
/// The header of a NumPy array file (https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html, versions 1.0 to 3.0), of which float32 and float64
/// in C order with one or two dimensions are read and float32 or float64 are written.
/// </summary>
public sealed partial record NpyHeader(bool IsDouble, long Rows, int Columns, int DataOffset)
{
    /// <summary>A header of this size holds every shape, so that the number of rows can be put in when it is known.</summary>
    internal const int WrittenLength = 128;

    private const int MaxLength = 1 << 16;
    private const int MaxColumns = 1 << 20;
    private static readonly byte[] Magic = [0x93, (byte)'N', (byte)'U', (byte)'M', (byte)'P', (byte)'Y'];

    public int ValueSize => IsDouble ? sizeof(double) : sizeof(float);

    /// <summary>Whether the array has one dimension; it is then read as one column.</summary>
    public bool IsVector { get; init; }

    internal static byte[] Write(long rows, int? columns, bool isDouble)
    {
        var shape = columns is { } width ? string.Create(CultureInfo.InvariantCulture, $"({rows}, {width})") : string.Create(CultureInfo.InvariantCulture, $"({rows},)");
        var text = $"{{'descr': '{(isDouble ? "<f8" : "<f4")}', 'fortran_order': False, 'shape': {shape}, }}";
        var header = new byte[WrittenLength];
        Magic.CopyTo(header, 0);
        header[6] = 1;
        BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(8), WrittenLength - 10);
        header.AsSpan(10).Fill((byte)' ');
        Encoding.ASCII.GetBytes(text, header.AsSpan(10));
        header[^1] = (byte)'\n';
        return header;
    }

    /// <summary>Reads the header at the stream's position; throws <see cref="EmbeddingException"/> naming <paramref name="name"/> and what is wrong.</summary>
    internal static NpyHeader Read(Stream stream, string name)
    {
        Span<byte> start = stackalloc byte[12];
        if (stream.ReadAtLeast(start[..10], 10, throwOnEndOfStream: false) < 10 || !start.StartsWith(Magic))
        {
            throw new EmbeddingException($"{name} is no NumPy array: it does not begin with \\x93NUMPY. Write it with numpy.save.");
        }

        var wide = start[6] is 2 or 3;
        if ((!wide && start[6] != 1) || (wide && stream.ReadAtLeast(start[10..], 2, throwOnEndOfStream: false) < 2))
        {
            throw new EmbeddingException($"{name} has NumPy format version {start[6]}.{start[7]}, or ends within its header. Versions 1.0 to 3.0 are read.");
        }

        long length = wide ? BinaryPrimitives.ReadUInt32LittleEndian(start[8..]) : BinaryPrimitives.ReadUInt16LittleEndian(start[8..]);
        if (length > MaxLength)
        {
            throw new EmbeddingException($"{name} claims a header of {length} bytes; at most {MaxLength} are read. The file is damaged.");
        }

        var header = new byte[length];
        if (stream.ReadAtLeast(header, header.Length, throwOnEndOfStream: false) < header.Length)
        {
            throw new EmbeddingException($"{name} ends within its header. The file is damaged.");
        }

        return Parse(Encoding.UTF8.GetString(header), name, (wide ? 12 : 10) + (int)length);
    }

    private static NpyHeader Parse(string header, string name, int offset)
    {
        var (descr, order, shape) = (Descr().Match(header), Order().Match(header), Shape().Match(header));
        if (!descr.Success || !order.Success || !shape.Success)
        {
            throw new EmbeddingException($"{name} has a header without descr, fortran_order or a shape of one or two dimensions. Write a 2-D array with numpy.save.");
        }

        if (descr.Groups[1].Value is not ("<f4" or "<f8") || order.Groups[1].Value != "False")
        {
            throw new EmbeddingException(
                $"{name} holds {descr.Groups[1].Value} in {(order.Groups[1].Value == "False" ? "C" : "Fortran")} order; '<f4' or '<f8' in C order is read. "
                + "Convert it: numpy.save(file, numpy.ascontiguousarray(a, dtype='<f4')).");
        }

        var columns = 1L;
        var fits = long.TryParse(shape.Groups[1].Value, CultureInfo.InvariantCulture, out var rows)
            && (!shape.Groups[2].Success || long.TryParse(shape.Groups[2].Value, CultureInfo.InvariantCulture, out columns));
        if (!fits || columns is < 1 or > MaxColumns || rows > long.MaxValue / sizeof(double) / columns)
        {
            throw new EmbeddingException($"{name} claims the shape {shape.Value[(shape.Value.IndexOf('('))..]}; 1 to {MaxColumns} columns are read. The file is damaged.");
        }

        return new NpyHeader(descr.Groups[1].Value == "<f8", rows, (int)columns, offset) { IsVector = !shape.Groups[2].Success };
    }

    [GeneratedRegex("'descr'\\s*:\\s*'([^']{1,32})'")]
    private static partial Regex Descr();

    [GeneratedRegex("'fortran_order'\\s*:\\s*(True|False)")]
    private static partial Regex Order();

    [GeneratedRegex("'shape'\\s*:\\s*\\(\\s*([0-9]{1,19})\\s*,\\s*(?:([0-9]{1,19})\\s*,?\\s*)?\\)")]
    private static partial Regex Shape();
}
