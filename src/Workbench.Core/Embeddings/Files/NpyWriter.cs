using System.Runtime.InteropServices;

namespace LlmRec.Workbench.Embeddings.Files;

/// <summary>
/// Writes rows of float32 into a new <c>.npy</c> file (C order, little-endian) as they come; the number of rows is put into the header at the end. The file appears
/// under its name only when it is complete.
/// </summary>
public sealed class NpyWriter : IDisposable
{
    private const int BufferSize = 1 << 18;

    private readonly string _path;
    private readonly string _aside;
    private readonly FileStream _stream;
    private bool _completed;

    public NpyWriter(string path, int columns)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(columns);
        (_path, _aside, Columns) = (path, path + ".new", columns);
        _stream = new FileStream(_aside, FileMode.Create, FileAccess.ReadWrite, FileShare.Read, BufferSize);
        _stream.Write(NpyHeader.Write(0, columns, isDouble: false));
    }

    public int Columns { get; }

    public long Rows { get; private set; }

    /// <summary>Adds one or more rows that lie one after another.</summary>
    public void Write(ReadOnlySpan<float> rows)
    {
        if (rows.Length % Columns != 0)
        {
            throw new ArgumentException($"{rows.Length} values are not whole rows of {Columns}.", nameof(rows));
        }

        _stream.Write(MemoryMarshal.AsBytes(rows));
        Rows += rows.Length / Columns;
    }

    /// <summary>Completes the file.</summary>
    public void Complete()
    {
        _stream.Position = 0;
        _stream.Write(NpyHeader.Write(Rows, Columns, isDouble: false));
        _stream.Flush(flushToDisk: true);
        _stream.Dispose();
        File.Move(_aside, _path, overwrite: true);
        _completed = true;
    }

    /// <summary>Without <see cref="Complete"/> nothing stays.</summary>
    public void Dispose()
    {
        _stream.Dispose();
        if (!_completed)
        {
            File.Delete(_aside);
        }
    }
}
