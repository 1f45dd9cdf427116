namespace LlmRec.Workbench.Perplexity;

/// <summary>How probable a language model finds one sentence.</summary>
/// <param name="Log10">The log10 probability of all tokens, at most 0.</param>
/// <param name="Tokens">Words and the end of the sentence.</param>
/// <param name="Oov">How many words the model does not know.</param>
/// <param name="OovLog10">The part of <paramref name="Log10"/> that the unknown words have.</param>
public readonly record struct SentenceScore(double Log10, int Tokens, int Oov, double OovLog10)
{
    /// <summary>10 to the power of the mean negative log10 probability per token.</summary>
    public double Perplexity => Math.Pow(10, -Log10 / Tokens);
}
