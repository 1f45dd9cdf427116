namespace LlmRec.Workbench.Perplexity.Kenlm;

/// <summary>What separates the words of a tokenised text: blank, tab, the line ends, vertical tab, form feed and NUL, as in KenLM.</summary>
internal static class Blanks
{
    /// <summary>Cuts the first word off a text; false if there is none.</summary>
    public static bool TryTakeWord(ref ReadOnlySpan<byte> text, out ReadOnlySpan<byte> word)
    {
        var start = 0;
        while (start < text.Length && IsBlank(text[start]))
        {
            start++;
        }

        var end = start;
        while (end < text.Length && !IsBlank(text[end]))
        {
            end++;
        }

        word = text[start..end];
        text = text[end..];
        return end > start;
    }

    private static bool IsBlank(byte value) => value is <= 32 and (0 or (>= 9 and <= 13) or 32);
}
