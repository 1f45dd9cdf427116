using LlmRec.Workbench.Behavior;
using LlmRec.Workbench.Catalog;
using LlmRec.Workbench.Mapping;

namespace LlmRec.Workbench.Tests.Mappings;

/// <summary>Small trees for the mapping tests; an ID is the path with slashes of its own kept.</summary>
internal static class MappingTrees
{
    /// <param name="paths">Paths joined with " > ", parents before children.</param>
    public static IReadOnlyList<Category> Tree(params string[] paths)
    {
        var parents = paths.Select(ParentOf).ToHashSet();
        return [.. paths.Select((path, i) => new Category
        {
            Id = path, ParentId = ParentOf(path), Name = path.Split(Category.PathSeparator)[^1], Path = path, Position = i,
            Depth = path.Split(Category.PathSeparator).Length, IsLeaf = !parents.Contains(path),
        })];
    }

    public static MappingResult Map(string text, IReadOnlyList<Category> tree, params QueryClick[] clicks) =>
        new MappingIndex(tree, clicks).Map(text, MappingOptions.Default, [], 10);

    public static QueryClick Clicks(string query, string categoryId, long clicks) => new() { Query = query, CategoryId = categoryId, Clicks = clicks };

    private static string? ParentOf(string path)
    {
        var cut = path.LastIndexOf(Category.PathSeparator, StringComparison.Ordinal);
        return cut < 0 ? null : path[..cut];
    }
}
