using System.Runtime.CompilerServices;

namespace LlmRec.Workbench.Perplexity.Kenlm;

/// <summary>The vocabulary of the trie kinds: how many hashes (64 bits), then the word hashes in ascending order; a word's number is its place, from 1.</summary>
internal readonly unsafe struct SortedVocabulary : IVocabulary
{
    private const int WordsPerBlock = 4;
    private const long MostBlocks = 1 << 20;

    private readonly SortedNumbers _hashes;

    private SortedVocabulary(SortedNumbers hashes) => _hashes = hashes;

    public uint Bound => (uint)_hashes.Count + 1;

    public static SortedVocabulary Read(SectionCursor cursor, BinaryHeader header)
    {
        var start = (ulong*)cursor.Take(sizeof(ulong) * ((UInt128)header.Counts[0] + 1), "vocabulary's hashes");
        var count = *start;
        return count is > 0 and < int.MaxValue && count <= (ulong)header.Counts[0]
            ? new SortedVocabulary(new SortedNumbers(start + 1, (long)count, ulong.MaxValue, Math.Clamp((long)count / WordsPerBlock, 1, MostBlocks)))
            : throw cursor.Damaged($"it has {header.Counts[0]} unigrams but {count} words");
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public uint Find(ulong hash)
    {
        var place = _hashes.LastNotAbove(hash);
        return _hashes[place] == hash ? (uint)place + 1 : 0;
    }
}
