using System.Collections.Frozen;

namespace LlmRec.Workbench.Catalog;

/// <summary>An immutable snapshot of the category tree. Retired categories can be found by ID; everything else shows active ones only, in the order of the imported file.</summary>
public sealed class CategoryTree
{
    private readonly FrozenDictionary<string, Category> _byId;
    private readonly FrozenDictionary<string, Category[]> _children;
    private readonly Category[] _roots;

    /// <param name="categories">Every stored category, retired ones included, in any order; active ones must form a forest.</param>
    public CategoryTree(IEnumerable<Category> categories)
    {
        var ordered = categories.OrderBy(c => c.Position).ToArray();
        All = ordered.Where(c => c.RetiredAt is null).ToArray();
        _byId = ordered.ToFrozenDictionary(c => c.Id, StringComparer.Ordinal);
        _roots = All.Where(c => c.ParentId is null).ToArray();
        _children = All.Where(c => c.ParentId is not null)
            .GroupBy(c => c.ParentId!, StringComparer.Ordinal)
            .ToFrozenDictionary(g => g.Key, g => g.ToArray(), StringComparer.Ordinal);
    }

    public static CategoryTree Empty { get; } = new([]);

    /// <summary>The active categories.</summary>
    public IReadOnlyList<Category> All { get; }

    /// <summary>The category with this ID, retired or not; null when no import ever held it.</summary>
    public Category? Find(string id) => _byId.GetValueOrDefault(id);

    /// <summary>The direct children of a category; the first level for null.</summary>
    public IReadOnlyList<Category> Children(string? id) => id is null ? _roots : _children.GetValueOrDefault(id, []);

    /// <summary>The leaves below a category (itself, when it is one); all leaves for null.</summary>
    public IReadOnlyList<Category> Leaves(string? scopeId)
    {
        if (scopeId is null)
        {
            return All.Where(c => c.IsLeaf).ToArray();
        }

        return Find(scopeId) is { RetiredAt: null } scope ? Subtree(scope).Where(c => c.IsLeaf).ToArray() : [];
    }

    /// <summary>The way down to a category, first level first, without the category itself.</summary>
    public IReadOnlyList<Category> Ancestors(string id)
    {
        var ancestors = new List<Category>();
        for (var parent = Find(id)?.ParentId; parent is not null && Find(parent) is { } category && ancestors.Count < _byId.Count; parent = category.ParentId)
        {
            ancestors.Add(category);
        }

        ancestors.Reverse();
        return ancestors;
    }

    /// <summary>Whether a category is the scope itself or lies anywhere below it.</summary>
    public bool IsInSubtree(string id, string scopeId) => id == scopeId ? Find(id) is not null : Ancestors(id).Any(c => c.Id == scopeId);

    /// <summary>Active categories that a person may mean by this text, best first: by ID, by name, then by the words of the path.</summary>
    public IReadOnlyList<Category> Search(string text, int take) => CategorySearch.Find(All, text, take);

    private IEnumerable<Category> Subtree(Category root)
    {
        var open = new Stack<Category>([root]);
        while (open.TryPop(out var category))
        {
            yield return category;
            foreach (var child in Children(category.Id).Reverse())
            {
                open.Push(child);
            }
        }
    }
}
