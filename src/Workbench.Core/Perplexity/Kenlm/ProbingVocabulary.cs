using System.Runtime.CompilerServices;

namespace LlmRec.Workbench.Perplexity.Kenlm;

/// <summary>The vocabulary of the probing kinds: version (uint), bound (uint), then a hash table of word hash and number (uint).</summary>
internal readonly unsafe struct ProbingVocabulary : IVocabulary
{
    /// <summary>Bytes per bucket.</summary>
    public const int Stride = 12;

    private const int HeadLength = 8;

    private readonly ProbingTable _table;

    public ProbingVocabulary(ProbingTable table, uint bound)
    {
        _table = table;
        Bound = bound;
    }

    public uint Bound { get; }

    public static ProbingVocabulary Read(SectionCursor cursor, BinaryHeader header)
    {
        var buckets = ProbingTable.BucketsFor(header.Counts[0], header.ProbingMultiplier);
        var start = cursor.Take(HeadLength + (buckets * Stride), "vocabulary's buckets");
        var version = Unsafe.ReadUnaligned<uint>(start);
        var bound = Unsafe.ReadUnaligned<uint>(start + sizeof(uint));
        return version != 0 ? throw cursor.Damaged($"its vocabulary has version {version}, and only version 0 is known")
            : bound == 0 || bound > header.Counts[0] + 1 ? throw cursor.Damaged($"it has {header.Counts[0]} unigrams but {bound} words")
            : new ProbingVocabulary(new ProbingTable(start + HeadLength, (long)buckets, Stride), bound);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public uint Find(ulong hash)
    {
        var entry = _table.Find(hash);
        var word = entry == null ? 0 : Unsafe.ReadUnaligned<uint>(entry + sizeof(ulong));
        return word < Bound ? word : 0;
    }
}
