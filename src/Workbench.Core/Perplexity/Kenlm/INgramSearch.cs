namespace LlmRec.Workbench.Perplexity.Kenlm;

/// <summary>What an n-gram table says of one n-gram.</summary>
/// <param name="Prob">The log10 probability of its last word after the others.</param>
/// <param name="Backoff">The log10 weight for what continues it and is not in the model.</param>
internal readonly record struct Weights(float Prob, float Backoff);

/// <summary>Where the search stands after some words; what it means is the search's own affair.</summary>
internal struct SearchNode
{
    /// <summary>The n-gram's hash, or the first of its extensions.</summary>
    public ulong First;

    /// <summary>Behind the last of its extensions.</summary>
    public ulong End;

    /// <summary>Whether no longer n-gram ends with these words.</summary>
    public bool IsDeadEnd;
}

/// <summary>
/// Finds n-grams from their last word backwards, one word at a time; implemented by structs so that each model is compiled for its own. Every implementation
/// checks or bounds what it reads from the file before it uses it as a place.
/// </summary>
internal interface INgramSearch
{
    /// <summary>A single word, below the vocabulary's bound.</summary>
    Weights FindUnigram(uint word, out SearchNode node);

    /// <summary>The n-gram at <paramref name="node"/> with a word more to the left. It has <paramref name="level"/> + 2 words, and one less than the longest at most.</summary>
    bool TryFindMiddle(int level, uint word, ref SearchNode node, out Weights weights);

    /// <summary>The longest n-gram: the one at <paramref name="node"/> with a word more to the left.</summary>
    bool TryFindLongest(uint word, in SearchNode node, out float prob);
}
