using System.Runtime.CompilerServices;

namespace LlmRec.Workbench.Perplexity.Kenlm;

/// <summary>
/// Pointers whose upper bits stand in an ascending table (B. Raj and E. Whittaker, "Lossless compression of language model structure and word identifiers",
/// 2003): place i holds the first entry whose pointer has i in its upper bits. The section begins with version (byte) and the file's limit of bits (byte); at the
/// next multiple of 8 come 8 bytes and then the table.
/// </summary>
internal readonly unsafe struct ArrayPointers : ITriePointers<ArrayPointers>
{
    private const int HeadLength = 8;
    private const int Alignment = 8;
    private const int MostBlocks = 1 << 15;

    private readonly SortedNumbers _firsts;
    private readonly ulong _mask;

    private ArrayPointers(SortedNumbers firsts, int inlineBits)
    {
        _firsts = firsts;
        _mask = BitPacking.Mask(inlineBits);
        InlineBits = inlineBits;
    }

    public int InlineBits { get; }

    public static int ReadTableBits(SectionCursor cursor)
    {
        const string Section = "2-grams";
        int version = cursor.Peek(0, Section);
        return version == 0 ? cursor.Peek(1, Section) : throw cursor.Damaged($"its pointer tables have version {version}, and only version 0 is known");
    }

    public static ArrayPointers Read(SectionCursor cursor, int tableBits, long entries, long extensions)
    {
        var bits = BitPacking.BitsFor((ulong)extensions);
        var chopped = Chop(tableBits, bits, entries, extensions);
        var count = (extensions >> (bits - chopped)) + 1;
        var aligned = (cursor.Position + Alignment - 1) / Alignment * Alignment;
        var start = cursor.Here + (aligned - cursor.Position) + HeadLength;
        cursor.Take(HeadLength + ((UInt128)count * sizeof(ulong)) + Alignment - 1, "tables of pointers");
        if (count > int.MaxValue)
        {
            throw cursor.Damaged($"a table of {count} pointers");
        }

        return new ArrayPointers(new SortedNumbers((ulong*)start, count, (ulong)entries, MostBlocks), bits - chopped);
    }

    /// <summary>The upper bits come from the last place that is not above the entry, the end's from the last that is not above the next one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void ReadRange(byte* table, ulong bit, int entryBits, ulong index, ref SearchNode node)
    {
        var place = _firsts.LastNotAbove(index);
        var end = place;
        while (end + 1 < _firsts.Count && _firsts[end + 1] <= index + 1)
        {
            end++;
        }

        node.First = ((ulong)place << InlineBits) | (BitPacking.Read(table, bit) & _mask);
        node.End = ((ulong)end << InlineBits) | (BitPacking.Read(table, bit + (ulong)entryBits) & _mask);
    }

    /// <summary>KenLM's choice of how many bits to move into the table: where table (64 bits a place) and saving (one bit an entry and bit) come out smallest.</summary>
    private static int Chop(int most, int bits, long entries, long extensions)
    {
        var (best, lowest) = (0, Int128.MaxValue);
        for (var chopped = 0; chopped <= Math.Min(bits, most); chopped++)
        {
            var cost = ((Int128)(extensions >> (bits - chopped)) * 64) - ((Int128)entries * chopped);
            if (cost < lowest)
            {
                (best, lowest) = (chopped, cost);
            }
        }

        return best;
    }
}
