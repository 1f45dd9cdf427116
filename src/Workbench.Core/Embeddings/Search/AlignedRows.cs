using System.Runtime.InteropServices;

namespace LlmRec.Workbench.Embeddings.Search;

/// <summary>
/// Rows of float32, one after the other, each filled up with zeros to whole cache lines and beginning at one: no vector load then touches two lines. Rows beyond the
/// last up to a multiple of <see cref="DotTile.Side"/> are zeros.
/// </summary>
internal sealed unsafe class AlignedRows
{
    private const int LineBytes = 64;
    private const int LineValues = LineBytes / sizeof(float);

    // Pinned, so that its alignment stays.
    private readonly float[] _values;
    private readonly int _offset;

    public AlignedRows(int count, int dimensions)
    {
        (Count, Dimensions) = (count, dimensions);
        Stride = RoundUp(dimensions, LineValues);
        var length = ((long)RoundUp(count, DotTile.Side) * Stride) + LineValues;
        if (length > Array.MaxLength)
        {
            throw new EmbeddingException($"{count} vectors of {dimensions} dimensions do not fit into one index: at most {Array.MaxLength / Stride} do. Search a part of them.");
        }

        _values = GC.AllocateArray<float>((int)length, pinned: true);
        var start = (nuint)(void*)Marshal.UnsafeAddrOfPinnedArrayElement(_values, 0);
        _offset = (int)((RoundUp(start) - start) / sizeof(float));
    }

    public int Count { get; }

    public int Dimensions { get; }

    /// <summary>Values from the beginning of a row to that of the next.</summary>
    public int Stride { get; }

    public Span<float> this[int row] => _values.AsSpan(_offset + (row * Stride), Dimensions);

    /// <summary>Where row <paramref name="row"/> begins; its <see cref="Stride"/> values and those of the rows after it follow.</summary>
    public ref readonly float Start(int row) => ref _values[_offset + (row * Stride)];

    private static int RoundUp(int value, int unit) => (value + unit - 1) / unit * unit;

    private static nuint RoundUp(nuint address) => (address + LineBytes - 1) / LineBytes * LineBytes;
}
