using System.Numerics;
using System.Runtime.CompilerServices;

namespace LlmRec.Workbench.Perplexity.Kenlm;

/// <summary>
/// Numbers of any width up to 57 bits, packed without gaps, lowest bit first. A read touches the 8 bytes from the number's first byte on; every packed section
/// ends with 8 bytes to spare.
/// </summary>
internal static unsafe class BitPacking
{
    // A damaged file must not make a search long; after this many guesses the range is halved.
    private const int MostGuesses = 24;

    /// <summary>How many bits hold every number up to and including this.</summary>
    public static int BitsFor(ulong largest) => 64 - BitOperations.LeadingZeroCount(largest);

    public static ulong Mask(int bits) => (1UL << bits) - 1;

    /// <summary>The 57 or more bits from a bit on; the bits above are of what follows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Read(byte* table, ulong bit) => Unsafe.ReadUnaligned<ulong>(table + (bit >> 3)) >> (int)(bit & 7);

    /// <summary>
    /// Finds a key among the entries [<paramref name="begin"/>, <paramref name="end"/>), which are in the order of their keys, by interpolation as KenLM does;
    /// -1 if there is none. Keys are the entries' lowest bits and at most <paramref name="largest"/>, and so is the key looked for.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long Find(byte* table, int entryBits, ulong keyMask, long begin, long end, ulong largest, uint key)
    {
        long before = begin - 1, after = end;
        ulong low = 0, high = largest;
        for (var guesses = 0; after - before > 1; guesses++)
        {
            var width = (ulong)(after - before - 1);
            var guess = guesses < MostGuesses ? (key - low) * width / (high - low + 1) : width >> 1;
            var at = before + 1 + (long)Math.Min(guess, width - 1);
            var found = Read(table, (ulong)at * (ulong)entryBits) & keyMask;
            if (found == key)
            {
                return at;
            }

            if (found < key)
            {
                before = at;
                low = found;
            }
            else
            {
                after = at;
                high = found;
            }
        }

        return -1;
    }
}
