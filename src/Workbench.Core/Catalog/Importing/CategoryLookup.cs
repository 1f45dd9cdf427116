namespace LlmRec.Workbench.Catalog.Importing;

/// <summary>Finds the category that a row of products or clicks names: by ID, else by its whole path.</summary>
internal sealed class CategoryLookup(CategoryTree tree)
{
    private readonly Dictionary<string, string> _idOfPath = tree.All.GroupBy(c => c.Path, StringComparer.Ordinal)
        .ToDictionary(g => g.Key, g => g.First().Id, StringComparer.Ordinal);

    /// <summary>The category's ID; null, with a rejection, when there is none that is active.</summary>
    public string? Find(string text, int line, FindingList rejections)
    {
        if (tree.Find(text) is { } category)
        {
            if (category.RetiredAt is null)
            {
                return category.Id;
            }

            rejections.Add(line, FindingCode.RetiredCategory, text);
            return null;
        }

        if (_idOfPath.TryGetValue(text, out var id))
        {
            return id;
        }

        rejections.Add(line, FindingCode.UnknownCategory, text);
        return null;
    }
}
