using System.Globalization;

namespace LlmRec.Workbench.Releases;

/// <summary>The names of a release's folder and files.</summary>
public static class ReleaseNames
{
    public const string Manifest = "manifest.json";
    public const string Checksums = "SHA256SUMS";

    /// <summary>The file beside the release folders that holds the newest one's name.</summary>
    public const string Latest = "latest";

    /// <summary><c>v000001</c> for 1.</summary>
    public static string Folder(int number) => string.Create(CultureInfo.InvariantCulture, $"v{number:D6}");

    /// <summary>The number of a folder's name (<c>v000001</c>) or of plain digits; null if it is neither.</summary>
    public static int? Number(string text) =>
        int.TryParse(text.StartsWith('v') && text.Length >= 7 ? text.AsSpan(1) : text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            ? number
            : null;
}
