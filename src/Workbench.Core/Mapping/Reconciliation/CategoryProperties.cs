using LlmRec.Workbench.Catalog;

namespace LlmRec.Workbench.Mapping.Reconciliation;

/// <summary>The properties of categories: some can narrow a query, all but <see cref="Id"/> can be fetched for reconciled rows.</summary>
public static class CategoryProperties
{
    public const string Id = "id";
    public const string Name = "name";
    public const string Path = "path";
    public const string Parent = "parent";
    public const string Ancestor = "ancestor";
    public const string Children = "children";
    public const string Level = "level";
    public const string IsLeaf = "is_leaf";
    public const string Items = "items";

    private static readonly char[] PathSeparators = ['>', '▸', '›', '»', '|'];

    /// <summary>Every property, in the order to show them.</summary>
    public static IReadOnlyList<string> All { get; } = [Path, Parent, Name, Level, IsLeaf, Items, Children, Ancestor, Id];

    /// <summary>Those whose value in a query narrows it.</summary>
    public static IReadOnlyList<string> Narrowing { get; } = [Parent, Ancestor, Path, Id];

    /// <summary>Those whose values are categories themselves.</summary>
    public static IReadOnlyList<string> References { get; } = [Parent, Ancestor, Children];

    /// <summary>The properties that a category of this type can have a value of.</summary>
    public static IReadOnlyList<string> Of(string? typeId) => [.. All.Where(p => p != Id && (p != Children || typeId != CategoryTypes.Leaf))];

    /// <summary>Whether a category has one of the constraint's values.</summary>
    internal static bool Holds(CategoryTree tree, Category category, PropertyConstraint constraint) => constraint.Values.Any(value => constraint.PropertyId switch
    {
        Id => category.Id == value.Text,
        Parent => category.ParentId is { } parent && Means(tree.Find(parent)!, value),
        Ancestor => tree.Ancestors(category.Id).Any(ancestor => Means(ancestor, value)),
        Path => value.IsId ? tree.IsInSubtree(category.Id, value.Text) : IsOnPath(tree, category, value.Text),
        _ => false,
    });

    private static bool Means(Category category, PropertyValue value) =>
        category.Id == value.Text || (!value.IsId && TextKey.Normalize(category.Name) == TextKey.Normalize(value.Text));

    // The names of the value stand on the way to the category in the same order; levels may be left out.
    private static bool IsOnPath(CategoryTree tree, Category category, string path)
    {
        var wanted = new Queue<string>(path.Split(PathSeparators).Select(TextKey.Normalize).Where(name => name.Length > 0));
        foreach (var step in tree.Ancestors(category.Id).Append(category))
        {
            if (wanted.TryPeek(out var next) && TextKey.Normalize(step.Name) == next)
            {
                wanted.Dequeue();
            }
        }

        return wanted.Count == 0;
    }
}
