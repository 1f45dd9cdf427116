namespace LlmRec.Workbench.Catalog.Importing;

/// <summary>What an import does to one category, product or query.</summary>
public enum ChangeKind
{
    Added,

    /// <summary>The name of a category, the title or attributes of a product, or the clicks of a query are new.</summary>
    Renamed,

    /// <summary>A category has another parent, a product another category.</summary>
    Moved,

    /// <summary>The file no longer has it: a category retires, a query is forgotten. Products are never removed.</summary>
    Gone,
}

/// <summary>One row of a report's change lists.</summary>
/// <param name="Before">What it said before; null for something added.</param>
/// <param name="After">What it says now; null for something gone.</param>
public sealed record ImportChange(ChangeKind Kind, string Id, string? Before, string? After);
