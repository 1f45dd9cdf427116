namespace LlmRec.Workbench.Perplexity;

/// <summary>What a language model says of one text. Logarithms are base 10.</summary>
/// <param name="Log10">Log-probability of the whole text, end of sentence included where the model has one.</param>
/// <param name="Tokens">Tokens scored, the end of sentence included.</param>
/// <param name="OovTokens">Of these, words that the model does not know.</param>
/// <param name="OovLog10">The part of <paramref name="Log10"/> that falls on unknown words.</param>
/// <param name="Characters">Characters (Unicode scalar values) of the text, blanks not counted.</param>
public sealed record TextScore(double Log10, int Tokens, int OovTokens, double OovLog10, int Characters)
{
    /// <summary>10^(−Log10 / Tokens); NaN for no tokens.</summary>
    public double PerToken => Perplexity(Log10, Tokens);

    /// <summary>The same over known words only.</summary>
    public double PerTokenWithoutOov => Perplexity(Log10 - OovLog10, Tokens - OovTokens);

    /// <summary>10^(−Log10 / Characters): comparable between texts that are cut into words differently.</summary>
    public double PerCharacter => Perplexity(Log10, Characters);

    private static double Perplexity(double log10, int count) => count > 0 ? Math.Pow(10, -log10 / count) : double.NaN;
}
