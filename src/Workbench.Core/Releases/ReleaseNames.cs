using System.Globalization;

namespace LlmRec.Workbench.Releases;

/// <summary>The names of a release's folder and files.</summary>
public static class ReleaseNames
{
    public const string Manifest = "manifest.json";
    public const string Checksums = "SHA256SUMS";
    public const string JsonLines = "pairs.jsonl";
    public const string Csv = "pairs.csv";

    /// <summary>The file beside the release folders that holds the newest one's name.</summary>
    public const string Latest = "latest";

    /// <summary><c>v000001</c> for 1.</summary>
    public static string Folder(int number) => string.Create(CultureInfo.InvariantCulture, $"v{number:D6}");

    /// <summary>The number of a folder's name; null if it is not one.</summary>
    public static int? Number(string folder) =>
        folder.Length >= 7 && folder[0] == 'v' && int.TryParse(folder.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
}
