namespace LlmRec.Workbench.Catalog.Importing;

/// <summary>A category as one row gives it, before its place in the tree is known.</summary>
internal sealed class CategoryDraft
{
    public required int Line { get; init; }
    public required string Id { get; init; }
    public required string Name { get; init; }

    /// <summary>As the row says, or as its path says once that is resolved; null for the first level.</summary>
    public string? ParentId { get; set; }

    /// <summary>The names down to this category, where the row gives a path instead of a parent.</summary>
    public string[]? Path { get; init; }
}
