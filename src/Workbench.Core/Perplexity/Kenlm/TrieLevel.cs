using System.Runtime.CompilerServices;

namespace LlmRec.Workbench.Perplexity.Kenlm;

/// <summary>The packed n-grams of one order in a trie: each the number of its first word, its weights and, but for the longest, the pointer to its extensions.</summary>
internal readonly unsafe struct TrieLevel
{
    private readonly byte* _table;
    private readonly ulong _keyMask;
    private readonly ulong _largestKey;
    private readonly int _keyBits;
    private readonly long _entries;

    private TrieLevel(byte* table, ulong largestKey, int entryBits, long entries)
    {
        _table = table;
        _largestKey = largestKey;
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
        var found = node.First < end ? BitPacking.Find(_table, EntryBits, _keyMask, (long)node.First, (long)end, _largestKey, word) : -1;
        index = (ulong)found;
        bit = (index * (ulong)EntryBits) + (ulong)_keyBits;
        return found >= 0;
    }
}
