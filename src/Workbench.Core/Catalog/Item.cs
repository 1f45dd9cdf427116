namespace LlmRec.Workbench.Catalog;

/// <summary>A product: its listing title, its category and its attributes.</summary>
public sealed class Item
{
    public required string Id { get; init; }

    /// <summary>Null for a product that came without one.</summary>
    public string? CategoryId { get; set; }

    public required string Title { get; set; }

    /// <summary>A JSON object of attribute name to value.</summary>
    public required string Attributes { get; set; }
}
