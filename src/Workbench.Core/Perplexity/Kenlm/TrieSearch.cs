using System.Runtime.CompilerServices;

namespace LlmRec.Workbench.Perplexity.Kenlm;

/// <summary>
/// N-grams in a trie of reversed n-grams: quantisation tables, unigrams (probability, back-off, 64-bit pointer to the first extension) with one entry to spare for
/// unknown words and one for the last pointer, then the bit-packed levels.
/// </summary>
/// <typeparam name="TWeights">How weights are held.</typeparam>
/// <typeparam name="TPointers">How pointers are held.</typeparam>
internal readonly unsafe struct TrieSearch<TWeights, TPointers> : INgramSearch
    where TWeights : struct, ITrieWeights
    where TPointers : struct, ITriePointers<TPointers>
{
    private const int UnigramStride = 16;
    private const int PointerOffset = 8;

    private readonly byte* _unigrams;
    private readonly TWeights _weights;
    private readonly (TrieLevel Level, TPointers Pointers)[] _middles;
    private readonly TrieLevel _longest;

    private TrieSearch(byte* unigrams, TWeights weights, (TrieLevel Level, TPointers Pointers)[] middles, TrieLevel longest)
    {
        _unigrams = unigrams;
        _weights = weights;
        _middles = middles;
        _longest = longest;
    }

    /// <summary>Reads what comes after the quantisation tables.</summary>
    public static TrieSearch<TWeights, TPointers> Read(SectionCursor cursor, BinaryHeader header, TWeights weights)
    {
        var unigrams = cursor.Take(((UInt128)header.Counts[0] + 2) * UnigramStride, "1-grams");
        var tableBits = header.Order > 2 ? TPointers.ReadTableBits(cursor) : 0;
        var middles = new (TrieLevel, TPointers)[header.Order - 2];
        for (var i = 0; i < middles.Length; i++)
        {
            var pointers = TPointers.Read(cursor, tableBits, header.Counts[i + 1] + 1, header.Counts[i + 2]);
            middles[i] = (TrieLevel.Read(cursor, header, i + 2, weights.MiddleBits + pointers.InlineBits), pointers);
        }

        return new TrieSearch<TWeights, TPointers>(unigrams, weights, middles, TrieLevel.Read(cursor, header, header.Order, weights.LongestBits));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Weights FindUnigram(uint word, out SearchNode node)
    {
        var entry = _unigrams + ((long)word * UnigramStride);
        var first = Unsafe.ReadUnaligned<ulong>(entry + PointerOffset);
        var end = Unsafe.ReadUnaligned<ulong>(entry + UnigramStride + PointerOffset);
        node = new SearchNode { First = first, End = end, IsDeadEnd = first >= end };
        return Unsafe.ReadUnaligned<Weights>(entry);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryFindMiddle(int level, uint word, ref SearchNode node, out Weights weights)
    {
        ref readonly var middle = ref _middles[level];
        if (!middle.Level.TryFind(word, node, out var bit, out var index))
        {
            weights = default;
            return false;
        }

        weights = _weights.ReadMiddle(level, middle.Level.Table, bit);
        middle.Pointers.ReadRange(middle.Level.Table, bit + (ulong)_weights.MiddleBits, middle.Level.EntryBits, index, ref node);
        node.IsDeadEnd = node.First >= node.End;
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryFindLongest(uint word, in SearchNode node, out float prob)
    {
        var found = _longest.TryFind(word, node, out var bit, out _);
        prob = found ? _weights.ReadLongest(_longest.Table, bit) : 0;
        return found;
    }
}
