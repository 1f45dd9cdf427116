namespace LlmRec.Workbench.Perplexity.Segmentation;

/// <summary>ASCII and its full-width forms (Unicode block FF00).</summary>
internal static class Width
{
    public const int FirstNarrow = 0x21;
    public const int LastNarrow = 0x7E;
    public const int FirstWide = 0xFF01;
    public const int LastWide = 0xFF5E;
    public const int Distance = FirstWide - FirstNarrow;

    /// <summary>Letters and digits in their narrow form; everything else as it is.</summary>
    public static char Narrow(char c) =>
        c is >= (char)FirstWide and <= (char)LastWide && char.IsAsciiLetterOrDigit((char)(c - Distance)) ? (char)(c - Distance) : c;
}
