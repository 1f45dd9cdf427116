using System.Text.RegularExpressions;

namespace LlmRec.Workbench.Catalog.Importing;

/// <summary>Reads <c>ID - A &gt; B &gt; C</c> lines; without IDs the path is the ID. Lines that start with # are comments.</summary>
internal static partial class TaxonomyRows
{
    public static IEnumerable<ImportRow> Read(TextReader reader, RowContext context)
    {
        bool? hasIds = null;
        for (var line = 1; reader.ReadLine() is { } text; line++)
        {
            text = text.TrimStart('\uFEFF');
            if (string.IsNullOrWhiteSpace(text) || text.StartsWith('#') || context.IsBroken(line, text))
            {
                continue;
            }

            var match = IdAndPath().Match(text);
            hasIds ??= match.Success;
            if (hasIds.Value && !match.Success)
            {
                context.Reject(line, FindingCode.NotTaxonomy, text);
                continue;
            }

            var path = hasIds.Value ? match.Groups["path"].Value : text;
            var id = hasIds.Value ? match.Groups["id"].Value : string.Join(Category.PathSeparator, ImportText.SplitPath(path));
            yield return new ImportRow(line, new Dictionary<string, string> { ["id"] = id, ["path"] = path });
        }
    }

    [GeneratedRegex(@"^\s*(?<id>\S+) - (?<path>.*)$")]
    private static partial Regex IdAndPath();
}
