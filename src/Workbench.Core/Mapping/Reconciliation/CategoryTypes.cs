using LlmRec.Workbench.Catalog;

namespace LlmRec.Workbench.Mapping.Reconciliation;

/// <summary>
/// The types that categories have for reconciliation: every one is a category, and a leaf or a branch; one that lies below another also has the type "under" that one, so
/// that choosing a type in a client narrows the search to a part of the tree.
/// </summary>
public static class CategoryTypes
{
    public const string Category = "category";
    public const string Leaf = "leaf";
    public const string Branch = "branch";

    private const string UnderPrefix = "under:";

    /// <summary>The type of everything below a category.</summary>
    public static string Under(string categoryId) => UnderPrefix + categoryId;

    /// <summary>The category that an "under" type names; null for another type or a category that the tree does not hold.</summary>
    public static Category? Scope(CategoryTree tree, string typeId) =>
        typeId.StartsWith(UnderPrefix, StringComparison.Ordinal) && tree.Find(typeId[UnderPrefix.Length..]) is { RetiredAt: null } scope ? scope : null;

    /// <summary>Whether a category has a type; a type that does not exist is nobody's.</summary>
    public static bool Has(CategoryTree tree, Category category, string typeId) => typeId switch
    {
        Category => true,
        Leaf => category.IsLeaf,
        Branch => !category.IsLeaf,
        _ => Scope(tree, typeId) is { } scope && scope.Id != category.Id && tree.IsInSubtree(category.Id, scope.Id),
    };

    /// <summary>The types to show with a candidate, the most telling first: leaf or branch, category, and the first level that it lies under.</summary>
    public static IReadOnlyList<string> Of(CategoryTree tree, Category category)
    {
        var own = category.IsLeaf ? Leaf : Branch;
        return tree.Ancestors(category.Id) is [var top, ..] ? [own, Category, Under(top.Id)] : [own, Category];
    }
}
