using LlmRec.Workbench.Catalog;

namespace LlmRec.Workbench.Review;

/// <summary>Names categories for people.</summary>
internal static class CategoryPaths
{
    /// <summary>The category's path, or its bare ID when no import ever held it.</summary>
    public static string PathOf(this CategoryTree tree, string categoryId) => tree.Find(categoryId)?.Path ?? categoryId;
}
