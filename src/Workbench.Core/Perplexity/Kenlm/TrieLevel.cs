using System.Runtime.CompilerServices;

namespace LlmRec.Workbench.Perplexity.Kenlm;

/// <summary>The packed n-grams of one order in a trie: each the number of its first word, its weights and, but for the longest, the pointer to its extensions.</summary>
internal readonly unsafe struct TrieLevel
{
    // A damaged file must not make a search long, so after these guesses the range is halved.
    private const int MostGuesses = 24;

    // Entries per word number, as fixed-point numbers.
    private const int ReciprocalBits = 48;
    private const int SlopeBits = 32;

    private readonly byte* _table;
    private readonly ulong _keyMask;
    private readonly ulong _reciprocal;
    private readonly int _keyBits;
    private readonly long _entries;

    private TrieLevel(byte* table, ulong largestKey, int entryBits, long entries)
    {
        _table = table;
        _reciprocal = (1UL << ReciprocalBits) / (largestKey + 1);
        _keyBits = BitPacking.BitsFor(largestKey);
        _keyMask = BitPacking.Mask(_keyBits);
        EntryBits = entryBits;
        _entries = entries;
    }

    public int EntryBits { get; }

    public byte* Table => _table;

    /// <summary>Takes an order's entries, one more than there are n-grams (for the last pointer) and 8 bytes to spare.</summary>
    /// <param name="cursor">Stands where the entries begin.</param>
    /// <param name="header">Of the file.</param>
    /// <param name="order">2 or more.</param>
    /// <param name="otherBits">Bits an entry has besides its word.</param>
    public static TrieLevel Read(SectionCursor cursor, BinaryHeader header, int order, int otherBits)
    {
        var largestKey = (ulong)header.Counts[0];
        var entries = header.Counts[order - 1];
        var entryBits = BitPacking.BitsFor(largestKey) + otherBits;
        var length = ((((UInt128)entries + 1) * (uint)entryBits) + 7) / 8;
        return new TrieLevel(cursor.Take(length + sizeof(ulong), $"{order}-grams"), largestKey, entryBits, entries);
    }

    /// <summary>Finds a word among a node's extensions; the node's range may be nonsense. Gives the bit where the entry's weights begin, and its number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryFind(uint word, in SearchNode node, out ulong bit, out ulong index)
    {
        var end = Math.Min(node.End, (ulong)_entries);
        var found = node.First < end ? Find(word, (long)node.First - 1, (long)end) : -1;
        index = (ulong)found;
        bit = (index * (ulong)EntryBits) + (ulong)_keyBits;
        return found >= 0;
    }

    /// <summary>
    /// Entries are in the order of their words, and word numbers are in the order of hashes, so that the entries are spread evenly over them: each guess goes as
    /// far as the last one was wrong, within the entries before and after that bracket the word.
    /// </summary>
    private long Find(uint word, long before, long after)
    {
        var slope = ((ulong)(after - before - 1) * _reciprocal) >> (ReciprocalBits - SlopeBits);
        var at = Math.Min(before + 1 + (long)((word * slope) >> SlopeBits), after - 1);
        for (var guesses = 0; after - before > 1; guesses++)
        {
            var found = BitPacking.Read(_table, (ulong)at * (ulong)EntryBits) & _keyMask;
            if (found == word)
            {
                return at;
            }

            if (found < word)
            {
                before = at;
                at = Math.Min(at + 1 + (long)(((word - found) * slope) >> SlopeBits), after - 1);
            }
            else
            {
                after = at;
                at = Math.Max(at - 1 - (long)(((found - word) * slope) >> SlopeBits), before + 1);
            }

            at = guesses < MostGuesses ? at : before + ((after - before) / 2);
        }

        return -1;
    }
}
