namespace LlmRec.Workbench.Catalog.Importing;

/// <summary>One row of a file, whatever its format: column names (lower case) to texts.</summary>
internal sealed record ImportRow(int Line, IReadOnlyDictionary<string, string> Cells)
{
    /// <summary>The first cell that is there and not empty under any of the names, cleaned; empty without one.</summary>
    public string Get(IReadOnlyList<string> names)
    {
        foreach (var name in names)
        {
            if (Cells.TryGetValue(name, out var value) && value.Length > 0)
            {
                return ImportText.Clean(value);
            }
        }

        return "";
    }
}
