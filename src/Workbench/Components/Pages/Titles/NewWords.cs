using LlmRec.Workbench.Titles;

namespace LlmRec.Workbench.Web.Components.Pages.Titles;

/// <summary>Words that an expert pasted for one list.</summary>
public sealed record NewWords(TitleWordKind Kind, IReadOnlyList<string> Texts)
{
    private static readonly char[] Between = ['\n', '\r', '\t', ',', '，', '、', ';', '；'];

    /// <summary>Splits at line breaks, commas and semicolons, so that a column of a spreadsheet or a list in a mail can be pasted.</summary>
    public static NewWords Parse(TitleWordKind kind, string? pasted) =>
        new(kind, (pasted ?? "").Split(Between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
}
