namespace LlmRec.Workbench.Perplexity.Kenlm;

/// <summary>How the entries of a trie hold their weights.</summary>
internal unsafe interface ITrieWeights
{
    /// <summary>Bits for both weights of an n-gram that is not one of the longest.</summary>
    int MiddleBits { get; }

    /// <summary>Bits for the probability of one of the longest n-grams.</summary>
    int LongestBits { get; }

    /// <summary>The weights that begin at a bit of an entry with <paramref name="level"/> + 2 words.</summary>
    Weights ReadMiddle(int level, byte* table, ulong bit);

    float ReadLongest(byte* table, ulong bit);
}
