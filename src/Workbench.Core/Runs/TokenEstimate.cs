namespace LlmRec.Workbench.Runs;

/// <summary>Guesses token counts without a tokenizer, for estimates only.</summary>
internal static class TokenEstimate
{
    // Current byte-pair vocabularies spend about 0.75 token on a Chinese character and about a quarter of a token on a Latin letter;
    // the guess is meant to err on the high side.
    private const double PerCjkCharacter = 0.75;
    private const double PerOtherCharacter = 0.3;

    public static int Count(string text)
    {
        var cjk = text.Count(c => c >= 0x2E80);
        return (int)Math.Ceiling(cjk * PerCjkCharacter + (text.Length - cjk) * PerOtherCharacter);
    }
}
