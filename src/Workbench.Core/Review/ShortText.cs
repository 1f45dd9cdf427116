namespace LlmRec.Workbench.Review;

/// <summary>Names a listing title in a line: the first characters of a title that may have thousands.</summary>
internal static class ShortText
{
    private const int MaxLength = 80;

    public static string Of(string text)
    {
        if (text.Length <= MaxLength)
        {
            return text;
        }

        // Never half of a character that takes two UTF-16 units.
        var length = char.IsHighSurrogate(text[MaxLength - 1]) ? MaxLength - 1 : MaxLength;
        return $"{text[..length]}…";
    }
}
