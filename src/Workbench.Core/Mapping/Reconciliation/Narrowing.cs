using LlmRec.Workbench.Catalog;

namespace LlmRec.Workbench.Mapping.Reconciliation;

/// <summary>The part of the tree that a query's types and properties leave.</summary>
internal sealed class Narrowing
{
    private readonly CategoryTree _tree;
    private readonly ReconciliationQuery _query;
    private readonly IReadOnlyList<PropertyConstraint> _constraints;

    public Narrowing(CategoryTree tree, ReconciliationQuery query)
    {
        (_tree, _query) = (tree, query);
        _constraints = [.. query.Properties.Where(p => CategoryProperties.Narrowing.Contains(p.PropertyId) && p.Values.Any(v => !string.IsNullOrWhiteSpace(v.Text)))];
    }

    public bool HasProperties => _constraints.Count > 0;

    public bool IsNone => _query.Types.Count == 0 && !HasProperties;

    /// <summary>Whether a category may be shown at all.</summary>
    public bool Allows(Category category) => _query.Strictness == TypeStrictness.Should || HasTypes(category);

    /// <summary>Whether a category is all that the query wishes.</summary>
    public bool Agrees(Category category) => HasTypes(category) && PropertyShare(category) >= 1;

    /// <summary>The share of the properties that a category has; 1 without any.</summary>
    public double PropertyShare(Category category) => HasProperties ? _constraints.Average(c => CategoryProperties.Holds(_tree, category, c) ? 1.0 : 0) : 1;

    public bool HasTypes(Category category) => _query.Types.Count == 0 || (_query.Strictness == TypeStrictness.All
        ? _query.Types.All(type => CategoryTypes.Has(_tree, category, type))
        : _query.Types.Any(type => CategoryTypes.Has(_tree, category, type)));
}
