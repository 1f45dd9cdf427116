namespace LlmRec.Workbench.Catalog;

/// <summary>Ranks categories for what a person typed into a search box.</summary>
internal static class CategorySearch
{
    private const StringComparison IgnoreCase = StringComparison.OrdinalIgnoreCase;
    private const int NoMatch = int.MaxValue;

    public static IReadOnlyList<Category> Find(IEnumerable<Category> categories, string text, int take)
    {
        var wanted = text.Trim();
        var words = wanted.Split([' ', '　', '>', '▸'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (words.Length == 0)
        {
            return [];
        }

        return categories
            .Select(category => (Category: category, Rank: Rank(category, wanted, words)))
            .Where(hit => hit.Rank != NoMatch)
            .OrderBy(hit => hit.Rank)
            .ThenBy(hit => hit.Category.Name.Length)
            .ThenBy(hit => hit.Category.Position)
            .Take(take)
            .Select(hit => hit.Category)
            .ToArray();
    }

    private static int Rank(Category category, string wanted, string[] words)
    {
        if (category.Id.Equals(wanted, IgnoreCase))
        {
            return 0;
        }

        if (category.Name.Equals(wanted, IgnoreCase))
        {
            return 1;
        }

        if (category.Name.StartsWith(wanted, IgnoreCase))
        {
            return 2;
        }

        if (words.All(word => category.Name.Contains(word, IgnoreCase)))
        {
            return 3;
        }

        return words.All(word => category.Path.Contains(word, IgnoreCase)) ? 4 : NoMatch;
    }
}
