namespace LlmRec.Workbench.Perplexity;

/// <summary>What one word costs in its sentence.</summary>
/// <param name="Word">In the spelling under which the model knows it; null at the end of the sentence.</param>
/// <param name="Log10">The log10 probability after the words before it, at most 0: −3 is one in a thousand.</param>
/// <param name="IsUnknown">The model does not have the word and gives it what it gives every unknown word.</param>
public sealed record WordScore(string? Word, double Log10, bool IsUnknown)
{
    /// <summary>The end of the sentence is a token, but never an unknown word.</summary>
    public static WordScore End(double log10) => new(null, log10, IsUnknown: false);
}
