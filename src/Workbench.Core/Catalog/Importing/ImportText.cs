using System.Text.RegularExpressions;

namespace LlmRec.Workbench.Catalog.Importing;

/// <summary>Brings texts of a file into the form in which they are stored.</summary>
internal static partial class ImportText
{
    /// <summary>Trimmed, every run of white space one blank.</summary>
    public static string Clean(string text)
    {
        var trimmed = text.Trim();
        return UntidySpace().IsMatch(trimmed) ? AnySpace().Replace(trimmed, " ") : trimmed;
    }

    /// <summary>The name of a column as it is looked up.</summary>
    public static string Column(string header) => Clean(header.TrimStart('\uFEFF')).ToLowerInvariant();

    /// <summary>The names along a path written <c>A &gt; B &gt; C</c>.</summary>
    public static string[] SplitPath(string path) => PathArrow().Split(path.Trim()).Select(Clean).ToArray();

    /// <summary>Adds a finding and returns false where the text cannot be stored.</summary>
    public static bool Check(string text, int maxLength, int line, FindingList rejections)
    {
        if (text.Length > maxLength)
        {
            rejections.Add(line, FindingCode.TooLong, text, $"{maxLength}");
            return false;
        }

        foreach (var c in text)
        {
            if (char.IsControl(c))
            {
                rejections.Add(line, FindingCode.ControlCharacter, text, $"U+{(int)c:X4}");
                return false;
            }
        }

        return true;
    }

    [GeneratedRegex(@"\s{2}|[^\S \u3000]")]
    private static partial Regex UntidySpace();

    [GeneratedRegex(@"\s+")]
    private static partial Regex AnySpace();

    [GeneratedRegex(@"\s+>\s+")]
    private static partial Regex PathArrow();
}
