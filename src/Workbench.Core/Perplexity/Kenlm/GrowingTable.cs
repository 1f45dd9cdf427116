using System.Runtime.CompilerServices;

namespace LlmRec.Workbench.Perplexity.Kenlm;

/// <summary>A probing table that grows as entries come, so that what a text announces never decides how much memory is taken.</summary>
internal sealed unsafe class GrowingTable : IDisposable
{
    private const int FirstBuckets = 1 << 10;

    private readonly int _stride;
    private ModelMemory _memory;
    private long _entries;

    /// <param name="stride">Bytes per bucket: a key of 8 and its values.</param>
    public GrowingTable(int stride)
    {
        _stride = stride;
        _memory = ModelMemory.Allocate((long)FirstBuckets * stride);
        Table = new ProbingTable(_memory.Start, FirstBuckets, stride);
    }

    public ProbingTable Table { get; private set; }

    /// <summary>What must stay referenced as long as the table is read.</summary>
    public ModelMemory Memory => _memory;

    /// <summary>The values of a key, which may be new; they stay in place until the next call.</summary>
    public byte* GetOrAdd(ulong key, out bool isNew)
    {
        if (_entries + (_entries / 2) >= Table.Buckets - 1)
        {
            Grow();
        }

        var entry = Table.FindOrEmpty(key);
        isNew = Unsafe.ReadUnaligned<ulong>(entry) == 0;
        if (isNew)
        {
            Unsafe.WriteUnaligned(entry, key);
            _entries++;
        }

        return entry + sizeof(ulong);
    }

    /// <summary>The values of a key, or null.</summary>
    public byte* Find(ulong key)
    {
        var entry = Table.Find(key);
        return entry == null ? null : entry + sizeof(ulong);
    }

    public void Dispose() => _memory.Dispose();

    private void Grow()
    {
        var (old, oldBuckets) = (_memory, Table.Buckets);
        _memory = ModelMemory.Allocate(oldBuckets * 2 * _stride);
        Table = new ProbingTable(_memory.Start, oldBuckets * 2, _stride);
        for (var entry = old.Start; entry < old.Start + old.Length; entry += _stride)
        {
            var key = Unsafe.ReadUnaligned<ulong>(entry);
            if (key != 0)
            {
                Unsafe.CopyBlockUnaligned(Table.FindOrEmpty(key), entry, (uint)_stride);
            }
        }

        old.Dispose();
    }
}
