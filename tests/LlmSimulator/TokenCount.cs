namespace LlmRec.LlmSimulator;

/// <summary>A rough token count for usage figures: one for each Chinese character, one for four others.</summary>
internal static class TokenCount
{
    private const int CharactersPerToken = 4;

    public static int Of(string text)
    {
        var wide = text.Count(c => c >= '\u2e80');
        return wide + ((text.Length - wide + CharactersPerToken - 1) / CharactersPerToken);
    }
}
