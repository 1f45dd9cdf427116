namespace LlmRec.Workbench.Models.Calls;

/// <summary>Makes a provider's text fit for a message: one line, no control characters, a sensible length.</summary>
internal static class OneLine
{
    private const int MaxLength = 300;

    public static string Of(string text)
    {
        var line = string.Join(' ', new string([.. text.Select(c => char.IsControl(c) ? ' ' : c)]).Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= MaxLength ? line : string.Concat(line.AsSpan(0, MaxLength), "…");
    }
}
