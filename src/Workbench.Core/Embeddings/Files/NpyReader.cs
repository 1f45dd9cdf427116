using System.Runtime.InteropServices;
using System.Numerics.Tensors;

namespace LlmRec.Workbench.Embeddings.Files;

/// <summary>
/// Reads a <c>.npy</c> array row by row as float32; memory does not grow with the file. What the header claims is checked against the file's size before
/// anything is allocated for it; a wrong file throws <see cref="EmbeddingException"/>.
/// </summary>
public sealed class NpyReader : IDisposable
{
    private const int BufferSize = 1 << 18;

    private readonly Stream _stream;
    private readonly NpyHeader _header;
    private readonly string _name;
    private readonly byte[] _doubles = [];
    private long _read;

    /// <param name="stream">Positioned at the array's first byte; disposed with the reader.</param>
    /// <param name="length">Bytes of the array, header included.</param>
    /// <param name="name">For messages.</param>
    internal NpyReader(Stream stream, long length, string name)
    {
        (_stream, _name) = (stream, name);
        try
        {
            _header = NpyHeader.Read(stream, name);
            var wanted = _header.DataOffset + (_header.Rows * _header.Columns * _header.ValueSize);
            if (length != wanted)
            {
                throw new EmbeddingException(
                    $"{name} has {length} bytes, but {_header.Rows} rows of {_header.Columns} values need {wanted}. The file is cut off or damaged.");
            }
        }
        catch
        {
            stream.Dispose();
            throw;
        }

        _doubles = _header.IsDouble ? new byte[_header.Columns * sizeof(double)] : [];
    }

    public long Rows => _header.Rows;

    public int Columns => _header.Columns;

    /// <summary>Whether the array has one dimension; it is then read as one column.</summary>
    public bool IsVector => _header.IsVector;

    public static NpyReader Open(string path)
    {
        if (!File.Exists(path))
        {
            throw new EmbeddingException($"There is no file {path}.");
        }

        var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, BufferSize);
        return new NpyReader(stream, stream.Length, path);
    }

    /// <summary>Fills <paramref name="rows"/> with the next whole rows and returns how many there were; 0 at the end.</summary>
    public int Read(Span<float> rows)
    {
        var count = (int)Math.Min(rows.Length / Columns, Rows - _read);
        var values = rows[..(count * Columns)];
        if (!_header.IsDouble)
        {
            Fill(MemoryMarshal.AsBytes(values));
        }
        else
        {
            for (var row = 0; row < count; row++)
            {
                Fill(_doubles);
                TensorPrimitives.ConvertTruncating(MemoryMarshal.Cast<byte, double>(_doubles), values.Slice(row * Columns, Columns));
            }
        }

        _read += count;
        return count;
    }

    /// <summary>Reads the row at <paramref name="index"/> next.</summary>
    public void Seek(long index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(index, Rows);
        _stream.Position = _header.DataOffset + (index * Columns * _header.ValueSize);
        _read = index;
    }

    public void Dispose() => _stream.Dispose();

    private void Fill(Span<byte> bytes)
    {
        try
        {
            _stream.ReadExactly(bytes);
        }
        catch (EndOfStreamException)
        {
            throw new EmbeddingException($"{_name} ends within row {_read}. The file was cut off while it was read.");
        }
    }
}
