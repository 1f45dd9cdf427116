using System.Globalization;

namespace LlmRec.Workbench.Mapping.Settings;

/// <summary>What a change of the settings was, as words of a program: the pages say it in the reader's language.</summary>
public static class SettingsNotes
{
    public const string Target = "target";
    public const string Fit = "fit";
    public const string Embedding = "embedding";
    public const string Shipped = "shipped";

    private const string ReturnTo = "return:";

    public static string Return(int settingsId) => string.Create(CultureInfo.InvariantCulture, $"{ReturnTo}{settingsId}");

    /// <summary>The settings that a note returns to; null for any other note.</summary>
    public static int? ReturnedTo(string note) =>
        note.StartsWith(ReturnTo, StringComparison.Ordinal) && int.TryParse(note[ReturnTo.Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
}
