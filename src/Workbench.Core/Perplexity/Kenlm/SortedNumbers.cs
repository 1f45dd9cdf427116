using System.Runtime.CompilerServices;

namespace LlmRec.Workbench.Perplexity.Kenlm;

/// <summary>
/// Ascending 64-bit numbers in a mapped file, with an index over blocks of values that fills itself as blocks are asked for, so that opening reads nothing and a
/// search stays among few neighbours. If the file is damaged and they are not ascending, searches still end and stay inside.
/// </summary>
internal readonly unsafe struct SortedNumbers
{
    private readonly ulong* _numbers;
    private readonly long _count;
    private readonly int _shift;
    private readonly int[] _starts;

    /// <param name="numbers">The first.</param>
    /// <param name="count">How many there are, 1 to 2³¹ - 1.</param>
    /// <param name="largest">The largest value that will be looked for.</param>
    /// <param name="blocks">About how many blocks to keep an index of, at least 1.</param>
    public SortedNumbers(ulong* numbers, long count, ulong largest, long blocks)
    {
        _numbers = numbers;
        _count = count;
        _shift = Math.Max(0, BitPacking.BitsFor(largest) - BitPacking.BitsFor((ulong)blocks));
        _starts = new int[(largest >> _shift) + 2];
    }

    public ulong this[long place] => _numbers[place];

    public long Count => _count;

    /// <summary>The last place whose number is not above the value; 0 if there is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long LastNotAbove(ulong value)
    {
        var block = value >> _shift;
        long first = StartOf(block), length = StartOf(block + 1) - first + 1;
        return LastNotAbove(first, length, value);
    }

    // The last place that is not above a block's first value. Threads may find it at the same time; they find the same.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private long StartOf(ulong block)
    {
        var known = _starts[block];
        return known != 0 ? known - 1 : FindStart(block);
    }

    private long FindStart(ulong block)
    {
        var isBehindLast = _shift > 0 && block > ulong.MaxValue >> _shift;
        var start = isBehindLast ? Math.Max(0, _count - 1) : LastNotAbove(0, _count, block << _shift);
        _starts[block] = (int)start + 1;
        return start;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private long LastNotAbove(long first, long length, ulong value)
    {
        while (length > 1)
        {
            var half = length >> 1;
            first += _numbers[first + half] <= value ? half : 0;
            length -= half;
        }

        return first;
    }
}
