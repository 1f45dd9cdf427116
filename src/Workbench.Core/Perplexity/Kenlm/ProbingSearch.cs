using System.Runtime.CompilerServices;

namespace LlmRec.Workbench.Perplexity.Kenlm;

/// <summary>
/// N-grams in hash tables: an array of unigram weights by word number, then one table per order with key, probability and back-off, the longest without back-off.
/// A probability's sign bit is used otherwise (probabilities are never positive): set, it says that no longer n-gram ends with this one. The kind with rest costs has
/// them behind each back-off; scores do not need them.
/// </summary>
internal readonly unsafe struct ProbingSearch : INgramSearch
{
    /// <summary>Bytes per bucket of the longest n-grams.</summary>
    public const int LongestStride = 12;

    private const uint SignBit = 0x80000000;

    private readonly byte* _unigrams;
    private readonly int _unigramStride;
    private readonly ProbingTable[] _middles;
    private readonly ProbingTable _longest;

    public ProbingSearch(byte* unigrams, int unigramStride, ProbingTable[] middles, ProbingTable longest)
    {
        _unigrams = unigrams;
        _unigramStride = unigramStride;
        _middles = middles;
        _longest = longest;
    }

    public static ProbingSearch Read(SectionCursor cursor, BinaryHeader header)
    {
        var weights = header.Kind == BinaryKind.RestProbing ? 3 * sizeof(float) : 2 * sizeof(float);
        var unigrams = cursor.Take(((UInt128)header.Counts[0] + 1) * (uint)weights, "1-grams");
        var middles = new ProbingTable[header.Order - 2];
        for (var i = 0; i < middles.Length; i++)
        {
            middles[i] = ReadTable(cursor, header, i + 2, sizeof(ulong) + weights);
        }

        return new ProbingSearch(unigrams, weights, middles, ReadTable(cursor, header, header.Order, LongestStride));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Weights FindUnigram(uint word, out SearchNode node)
    {
        var prob = ReadWeights(_unigrams + ((long)word * _unigramStride), out var weights);
        node = new SearchNode { First = word, IsDeadEnd = (prob & SignBit) != 0 };
        return weights;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryFindMiddle(int level, uint word, ref SearchNode node, out Weights weights)
    {
        node.First = WordHash.Extend(node.First, word);
        var entry = _middles[level].Find(node.First);
        if (entry == null)
        {
            weights = default;
            return false;
        }

        node.IsDeadEnd = (ReadWeights(entry + sizeof(ulong), out weights) & SignBit) != 0;
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryFindLongest(uint word, in SearchNode node, out float prob)
    {
        var entry = _longest.Find(WordHash.Extend(node.First, word));
        prob = entry == null ? 0 : Unsafe.ReadUnaligned<float>(entry + sizeof(ulong));
        return entry != null;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint ReadWeights(byte* from, out Weights weights)
    {
        var prob = Unsafe.ReadUnaligned<uint>(from);
        weights = new Weights(BitConverter.UInt32BitsToSingle(prob | SignBit), Unsafe.ReadUnaligned<float>(from + sizeof(float)));
        return prob;
    }

    private static ProbingTable ReadTable(SectionCursor cursor, BinaryHeader header, int order, int stride)
    {
        var buckets = ProbingTable.BucketsFor(header.Counts[order - 1], header.ProbingMultiplier);
        return new ProbingTable(cursor.Take(buckets * (uint)stride, $"{order}-grams"), (long)buckets, stride);
    }
}
