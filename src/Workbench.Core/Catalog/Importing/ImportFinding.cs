using System.Globalization;

namespace LlmRec.Workbench.Catalog.Importing;

/// <summary>Something to say about one line of an imported file.</summary>
/// <param name="Line">1 for the first line; 0 when the whole file is meant.</param>
/// <param name="Arguments">Pieces of the file that the message quotes, already shortened to one harmless line.</param>
public sealed record ImportFinding(int Line, FindingCode Code, IReadOnlyList<string> Arguments)
{
    private const int MaxShown = 120;

    /// <summary>The reason in English.</summary>
    public string Message => Format(FindingTexts.English[Code]);

    /// <summary>The reason in the words of a template of another language.</summary>
    public string Format(string template) => string.Format(CultureInfo.InvariantCulture, template, [.. Arguments]);

    internal static ImportFinding Of(int line, FindingCode code, params ReadOnlySpan<string> arguments)
    {
        var shown = new string[arguments.Length];
        for (var i = 0; i < arguments.Length; i++)
        {
            shown[i] = Shown(arguments[i]);
        }

        return new ImportFinding(line, code, shown);
    }

    /// <summary>One line of at most <see cref="MaxShown"/> characters, so that a file cannot break a log or a terminal.</summary>
    private static string Shown(string text)
    {
        var cut = text.Length <= MaxShown ? text : string.Concat(text.AsSpan(0, char.IsHighSurrogate(text[MaxShown - 1]) ? MaxShown - 1 : MaxShown), "…");
        return cut.AsSpan().IndexOfAnyInRange('\0', '\x1f') < 0 && !cut.Any(IsUnsafe)
            ? cut
            : string.Create(cut.Length, cut, (span, source) =>
            {
                for (var i = 0; i < span.Length; i++)
                {
                    span[i] = IsUnsafe(source[i]) ? '�' : source[i];
                }
            });
    }

    private static bool IsUnsafe(char c) =>
        char.IsControl(c) || CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
