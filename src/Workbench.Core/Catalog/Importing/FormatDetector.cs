using System.Text.RegularExpressions;

namespace LlmRec.Workbench.Catalog.Importing;

/// <summary>Tells the format of a file from its first lines.</summary>
internal static partial class FormatDetector
{
    private const int SampleLines = 20;

    /// <summary>The format, and the first line that is neither empty nor a comment.</summary>
    public static (ImportFormat Format, string FirstLine) Detect(TextReader reader, string kind)
    {
        var lines = FirstLines(reader);
        if (lines.Count == 0)
        {
            return (ImportFormat.Unknown, "");
        }

        if (lines[0].TrimStart()[0] is '{' or '[')
        {
            return (ImportFormat.JsonLines, lines[0]);
        }

        if (kind == ImportKinds.Categories && IsTaxonomy(lines))
        {
            return (ImportFormat.TaxonomyText, lines[0]);
        }

        return (lines[0].Contains('\t') ? ImportFormat.Tsv : ImportFormat.Csv, lines[0]);
    }

    /// <summary>What separates the cells of a CSV file whose first line this is.</summary>
    public static char Delimiter(string firstLine) => firstLine.Count(c => c == ';') > firstLine.Count(c => c == ',') ? ';' : ',';

    private static bool IsTaxonomy(List<string> lines)
    {
        var known = ImportColumns.Known(ImportKinds.Categories);
        if (lines.Any(l => l.Contains('\t')) || lines[0].Split(',', ';').Any(cell => known.Contains(ImportText.Column(cell.Trim('"')))))
        {
            return false;
        }

        return lines.Count(l => IdAndPath().IsMatch(l)) * 2 >= lines.Count
            || (lines.Exists(l => l.Contains(Category.PathSeparator, StringComparison.Ordinal)) && !lines.Exists(l => CellThenPath().IsMatch(l)));
    }

    private static List<string> FirstLines(TextReader reader)
    {
        var lines = new List<string>();
        while (lines.Count < SampleLines && reader.ReadLine() is { } line)
        {
            if (!string.IsNullOrWhiteSpace(line) && !line.StartsWith('#'))
            {
                lines.Add(line);
            }
        }

        return lines;
    }

    [GeneratedRegex(@"^\s*\S+ - \S")]
    private static partial Regex IdAndPath();

    [GeneratedRegex(@"^""?[\w-]+""?[,;].* > ")]
    private static partial Regex CellThenPath();
}
