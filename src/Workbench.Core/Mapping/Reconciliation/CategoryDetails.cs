using LlmRec.Workbench.Catalog;

namespace LlmRec.Workbench.Mapping.Reconciliation;

/// <summary>What a person wants to see of a category before choosing it.</summary>
/// <param name="Items">How many products the category and all below it hold.</param>
/// <param name="Titles">Some titles of products filed in the category itself.</param>
public sealed record CategoryPreview(Category Category, int Items, IReadOnlyList<string> Titles, IReadOnlyList<Category> Children);

/// <summary>Tells what is known about categories: values of their properties, and a preview.</summary>
public sealed class CategoryDetails(CatalogService catalog)
{
    private const int TitlesShown = 3;

    private volatile Counts? _counts;

    /// <summary>The values of the properties for each ID, in the given order; an ID or property that does not exist has no values.</summary>
    public async Task<IReadOnlyDictionary<string, IReadOnlyDictionary<string, IReadOnlyList<ExtendedValue>>>> ExtendAsync(
        IReadOnlyList<string> ids, IReadOnlyList<ExtendedProperty> properties, CancellationToken cancellationToken = default)
    {
        var tree = await catalog.GetTreeAsync(cancellationToken);
        var items = properties.Any(p => p.Id == CategoryProperties.Items) ? await CountAsync(tree, cancellationToken) : Counts.None;
        return ids.Distinct().ToDictionary(id => id, IReadOnlyDictionary<string, IReadOnlyList<ExtendedValue>> (id) =>
            properties.DistinctBy(p => p.Id).ToDictionary(p => p.Id, IReadOnlyList<ExtendedValue> (p) =>
                tree.Find(id) is { } category ? [.. Values(tree, category, p.Id, items).Take(p.Limit > 0 ? p.Limit : int.MaxValue)] : []));
    }

    /// <summary>Null for an ID that the tree does not hold.</summary>
    public async Task<CategoryPreview?> PreviewAsync(string id, CancellationToken cancellationToken = default)
    {
        var tree = await catalog.GetTreeAsync(cancellationToken);
        if (tree.Find(id) is not { } category)
        {
            return null;
        }

        var items = await CountAsync(tree, cancellationToken);
        var examples = await catalog.GetItemsAsync(id, 0, TitlesShown, cancellationToken);
        return new CategoryPreview(category, items.Of(id), [.. examples.Select(e => e.Title)], tree.Children(id));
    }

    private static IEnumerable<ExtendedValue> Values(CategoryTree tree, Category category, string property, Counts items) => property switch
    {
        CategoryProperties.Id => [new(category.Id)],
        CategoryProperties.Name => [new(category.Name)],
        CategoryProperties.Path => [new(category.Path)],
        CategoryProperties.Parent => tree.Ancestors(category.Id).TakeLast(1).Select(Reference),
        CategoryProperties.Ancestor => tree.Ancestors(category.Id).Select(Reference),
        CategoryProperties.Children => tree.Children(category.Id).Select(Reference),
        CategoryProperties.Level => [new(Number: category.Depth)],
        CategoryProperties.IsLeaf => [new(category.IsLeaf ? "true" : "false")],
        CategoryProperties.Items => [new(Number: items.Of(category.Id))],
        _ => [],
    };

    private static ExtendedValue Reference(Category category) => new(Reference: new(category.Id, category.Name));

    // Any import brings a new tree object, so the counts hold as long as the tree does.
    private async Task<Counts> CountAsync(CategoryTree tree, CancellationToken cancellationToken)
    {
        if (_counts is { } kept && ReferenceEquals(kept.Tree, tree))
        {
            return kept;
        }

        var totals = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (id, count) in await catalog.GetItemCountsAsync(cancellationToken))
        {
            foreach (var holder in tree.Ancestors(id).Select(a => a.Id).Append(id))
            {
                totals[holder] = totals.GetValueOrDefault(holder) + count;
            }
        }

        return _counts = new Counts(tree, totals);
    }

    private sealed record Counts(CategoryTree Tree, IReadOnlyDictionary<string, int> Totals)
    {
        public static Counts None { get; } = new(CategoryTree.Empty, new Dictionary<string, int>());

        public int Of(string id) => Totals.GetValueOrDefault(id);
    }
}
