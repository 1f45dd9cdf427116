namespace LlmRec.Workbench.Perplexity.Kenlm;

/// <summary>How the entries of a trie say where their extensions begin; they end where those of the next entry begin.</summary>
/// <typeparam name="TSelf">The implementing struct.</typeparam>
internal unsafe interface ITriePointers<TSelf>
    where TSelf : struct, ITriePointers<TSelf>
{
    /// <summary>Bits of the pointer that stand in the entry itself.</summary>
    int InlineBits { get; }

    /// <summary>Takes what comes before the packed entries of one order.</summary>
    /// <param name="cursor">Stands where the order's section begins.</param>
    /// <param name="tableBits">How many bits may be chopped off the pointers of this file, from <see cref="ReadTableBits"/>.</param>
    /// <param name="entries">How many entries have a pointer, with the one behind the last.</param>
    /// <param name="extensions">How many entries the next order has.</param>
    static abstract TSelf Read(SectionCursor cursor, int tableBits, long entries, long extensions);

    /// <summary>Reads the file's setting, which stands where the bigrams' section begins.</summary>
    static abstract int ReadTableBits(SectionCursor cursor);

    /// <summary>The extensions of entry <paramref name="index"/>, as the file has them: possibly nonsense.</summary>
    /// <param name="table">The packed entries.</param>
    /// <param name="bit">Where the entry's own part of the pointer is.</param>
    /// <param name="entryBits">Bits from there to the next entry's.</param>
    /// <param name="index">The entry's number.</param>
    /// <param name="node">Gets the first extension and the one behind the last.</param>
    void ReadRange(byte* table, ulong bit, int entryBits, ulong index, ref SearchNode node);
}
