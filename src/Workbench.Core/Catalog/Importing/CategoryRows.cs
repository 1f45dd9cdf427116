namespace LlmRec.Workbench.Catalog.Importing;

/// <summary>Turns rows into categories without a place: checks each row for itself, and IDs against each other.</summary>
internal sealed class CategoryRows(ImportReport report, IReadOnlyList<string> nameColumns)
{
    private readonly Dictionary<string, int> _lineOfId = new(StringComparer.Ordinal);

    /// <summary>The good drafts in the order of the file. What is wrong goes to the report's rejections.</summary>
    public List<CategoryDraft> Read(IEnumerable<ImportRow> rows, bool hasParentColumn)
    {
        var drafts = new List<CategoryDraft>();
        foreach (var row in rows)
        {
            if (Draft(row, hasParentColumn) is { } draft)
            {
                drafts.Add(draft);
            }
        }

        report.Total = drafts.Count;
        return drafts;
    }

    /// <summary>Whether a row whose ID this is was there, even if it was rejected for another reason.</summary>
    public bool Knows(string id) => _lineOfId.ContainsKey(id);

    private CategoryDraft? Draft(ImportRow row, bool hasParentColumn)
    {
        var id = row.Get(ImportColumns.CategoryId);
        var path = hasParentColumn ? "" : row.Get(ImportColumns.Path);
        var names = path.Length > 0 ? ImportText.SplitPath(path) : null;
        var name = names?[^1] ?? row.Get(nameColumns);
        var parent = row.Get(ImportColumns.Parent);
        var good = CheckId(row.Line, id) & CheckName(row.Line, id, name, names);
        return good ? new CategoryDraft { Line = row.Line, Id = id, Name = name, ParentId = parent.Length > 0 ? parent : null, Path = names } : null;
    }

    private bool CheckId(int line, string id)
    {
        if (id.Length == 0)
        {
            report.Rejections.Add(line, FindingCode.EmptyId);
            return false;
        }

        if (!_lineOfId.TryAdd(id, line))
        {
            report.Rejections.Add(line, FindingCode.DuplicateId, id, $"{_lineOfId[id]}");
            return false;
        }

        return ImportText.Check(id, ImportLimits.MaxIdLength, line, report.Rejections);
    }

    private bool CheckName(int line, string id, string name, string[]? path)
    {
        if (name.Length == 0 || (path is not null && path.Contains("")))
        {
            report.Rejections.Add(line, FindingCode.EmptyName, id);
            return false;
        }

        if (path?.Length > ImportLimits.MaxDepth)
        {
            report.Rejections.Add(line, FindingCode.TooDeep, id, $"{ImportLimits.MaxDepth}");
            return false;
        }

        return (path ?? [name]).All(n => ImportText.Check(n, ImportLimits.MaxNameLength, line, report.Rejections));
    }
}
