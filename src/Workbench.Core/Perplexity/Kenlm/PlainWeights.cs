using System.Runtime.CompilerServices;

namespace LlmRec.Workbench.Perplexity.Kenlm;

/// <summary>Weights as they are: 31 bits of probability, whose sign is known to be minus, and 32 bits of back-off.</summary>
internal readonly unsafe struct PlainWeights : ITrieWeights
{
    private const uint SignBit = 0x80000000;

    public int MiddleBits => 63;

    public int LongestBits => 31;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Weights ReadMiddle(int level, byte* table, ulong bit) =>
        new(ReadLongest(table, bit), BitConverter.UInt32BitsToSingle((uint)BitPacking.Read(table, bit + 31)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public float ReadLongest(byte* table, ulong bit) => BitConverter.UInt32BitsToSingle((uint)BitPacking.Read(table, bit) | SignBit);
}
