using System.Numerics;
using System.Runtime.CompilerServices;

namespace LlmRec.Workbench.Perplexity.Kenlm;

/// <summary>
/// Numbers of any width up to 57 bits, packed without gaps, lowest bit first. A read touches the 8 bytes from the number's first byte on; every packed section
/// ends with 8 bytes to spare.
/// </summary>
internal static unsafe class BitPacking
{
    /// <summary>How many bits hold every number up to and including this.</summary>
    public static int BitsFor(ulong largest) => 64 - BitOperations.LeadingZeroCount(largest);

    public static ulong Mask(int bits) => (1UL << bits) - 1;

    /// <summary>The 57 or more bits from a bit on; the bits above are of what follows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Read(byte* table, ulong bit) => Unsafe.ReadUnaligned<ulong>(table + (bit >> 3)) >> (int)(bit & 7);
}
