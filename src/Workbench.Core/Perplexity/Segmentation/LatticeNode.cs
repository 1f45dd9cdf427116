namespace LlmRec.Workbench.Perplexity.Segmentation;

/// <summary>The best way to a position of the text that ends in a certain state of the model.</summary>
internal struct LatticeNode
{
    /// <summary>Log10 of the way so far.</summary>
    public double Log10;

    /// <summary>The node before, or -1 at the beginning.</summary>
    public int Previous;

    /// <summary>The unit with which the last word begins.</summary>
    public int From;

    public uint Word;
    public WordForm Form;
}
