using System.Runtime.CompilerServices;

namespace LlmRec.Workbench.Perplexity.Kenlm;

/// <summary>
/// A hash table with linear probing over fixed-size entries, each a 64-bit key (0 in an empty bucket) and its values. A lookup ends after one round even if a
/// damaged table has no empty bucket.
/// </summary>
internal readonly unsafe struct ProbingTable
{
    private readonly byte* _start;
    private readonly byte* _end;
    private readonly ulong _buckets;
    private readonly ulong _reciprocal;
    private readonly int _stride;

    /// <param name="start">The first bucket.</param>
    /// <param name="buckets">At least 1.</param>
    /// <param name="stride">Bytes from one bucket to the next.</param>
    public ProbingTable(byte* start, long buckets, int stride)
    {
        _start = start;
        _end = start + (buckets * stride);
        _buckets = (ulong)buckets;
        _reciprocal = ulong.MaxValue / (ulong)buckets;
        _stride = stride;
    }

    public long Buckets => (long)_buckets;

    /// <summary>How many buckets KenLM gives a table; it computes in single precision.</summary>
    public static UInt128 BucketsFor(long entries, float multiplier) => UInt128.Max((UInt128)entries + 1, (UInt128)(multiplier * (float)entries));

    /// <summary>The entry with this key, or null.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public byte* Find(ulong key)
    {
        var entry = Ideal(key);
        for (var left = _buckets; left > 0; left--)
        {
            var found = Unsafe.ReadUnaligned<ulong>(entry);
            if (found == key)
            {
                return entry;
            }

            if (found == 0)
            {
                return null;
            }

            entry = Next(entry);
        }

        return null;
    }

    /// <summary>The bucket where this key is or belongs; the table must have an empty bucket.</summary>
    public byte* FindOrEmpty(ulong key)
    {
        var entry = Ideal(key);
        while (Unsafe.ReadUnaligned<ulong>(entry) is var found && found != key && found != 0)
        {
            entry = Next(entry);
        }

        return entry;
    }

    // The remainder by multiplication: the quotient from the reciprocal is right or one too small.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private byte* Ideal(ulong key)
    {
        var bucket = key - (Math.BigMul(key, _reciprocal, out _) * _buckets);
        return _start + ((bucket >= _buckets ? bucket - _buckets : bucket) * (ulong)_stride);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private byte* Next(byte* entry) => entry + _stride == _end ? _start : entry + _stride;
}
