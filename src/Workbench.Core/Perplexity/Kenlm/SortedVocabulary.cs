namespace LlmRec.Workbench.Perplexity.Kenlm;

/// <summary>The vocabulary of the trie kinds: how many hashes (64 bits), then the word hashes in ascending order; a word's number is its place, from 1.</summary>
internal readonly unsafe struct SortedVocabulary : IVocabulary
{
    // Hashes are spread evenly, so that a handful of guesses do; a damaged file must not make a search long.
    private const int MostGuesses = 24;

    private readonly ulong* _hashes;
    private readonly long _count;

    private SortedVocabulary(ulong* hashes, long count)
    {
        _hashes = hashes;
        _count = count;
    }

    public uint Bound => (uint)_count + 1;

    public static SortedVocabulary Read(SectionCursor cursor, BinaryHeader header)
    {
        var start = (ulong*)cursor.Take(sizeof(ulong) * ((UInt128)header.Counts[0] + 1), "vocabulary's hashes");
        var count = *start;
        return count <= (ulong)header.Counts[0] && count < uint.MaxValue
            ? new SortedVocabulary(start + 1, (long)count)
            : throw cursor.Damaged($"it has {header.Counts[0]} unigrams but {count} words");
    }

    /// <summary>Interpolation search between the entries before and after, which always bracket the hash.</summary>
    public uint Find(ulong hash)
    {
        long before = -1, after = _count;
        ulong low = 0, high = ulong.MaxValue;
        for (var guesses = 0; after - before > 1; guesses++)
        {
            var width = after - before - 1;
            var at = before + 1 + (guesses < MostGuesses ? Guess(hash - low, high - low, width) : width / 2);
            var found = _hashes[at];
            if (found == hash)
            {
                return (uint)at + 1;
            }

            if (found < hash)
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

        return 0;
    }

    private static long Guess(ulong offset, ulong range, long width) => Math.Min((long)((double)(long)(offset >> 1) / (long)((range >> 1) | 1) * width), width - 1);
}
