using System.Runtime.CompilerServices;

namespace LlmRec.Workbench.Perplexity.Kenlm;

/// <summary>Pointers that stand in the entries as a whole.</summary>
internal readonly unsafe struct InlinePointers(long extensions) : ITriePointers<InlinePointers>
{
    private readonly ulong _mask = BitPacking.Mask(BitPacking.BitsFor((ulong)extensions));

    public int InlineBits { get; } = BitPacking.BitsFor((ulong)extensions);

    public static InlinePointers Read(SectionCursor cursor, int tableBits, long entries, long extensions) => new(extensions);

    public static int ReadTableBits(SectionCursor cursor) => 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void ReadRange(byte* table, ulong bit, int entryBits, ulong index, ref SearchNode node)
    {
        node.First = BitPacking.Read(table, bit) & _mask;
        node.End = BitPacking.Read(table, bit + (ulong)entryBits) & _mask;
    }
}
