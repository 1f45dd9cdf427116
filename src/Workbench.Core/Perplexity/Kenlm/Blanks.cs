using System.Runtime.CompilerServices;

namespace LlmRec.Workbench.Perplexity.Kenlm;

/// <summary>What separates the words of a tokenised text: blank, tab, the line ends, vertical tab, form feed and NUL, as in KenLM.</summary>
internal static class Blanks
{
    private const int Largest = 32;
    private const ulong All = 1UL | (1UL << 9) | (1UL << 10) | (1UL << 11) | (1UL << 12) | (1UL << 13) | (1UL << Largest);

    /// <summary>Cuts the first word off a text; false if there is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
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

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsBlank(byte value) => value <= Largest && ((All >> value) & 1) != 0;
}
