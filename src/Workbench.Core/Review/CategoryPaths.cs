using LlmRec.Workbench.Catalog;

namespace LlmRec.Workbench.Review;

/// <summary>Names categories for people, and lists what lies below one.</summary>
internal static class CategoryPaths
{
    /// <summary>The category's path, or its bare ID when no import ever held it.</summary>
    public static string PathOf(this CategoryTree tree, string categoryId) => tree.Find(categoryId)?.Path ?? categoryId;

    /// <summary>The category and everything below it. Give the list to a query as one <c>EF.Parameter</c>: a scope can hold tens of thousands of categories.</summary>
    public static List<string> SubtreeIds(this CategoryTree tree, string scopeId)
    {
        var ids = new List<string> { scopeId };
        for (var next = 0; next < ids.Count; next++)
        {
            ids.AddRange(tree.Children(ids[next]).Select(c => c.Id));
        }

        return ids;
    }
}
