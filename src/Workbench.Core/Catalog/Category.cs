namespace LlmRec.Workbench.Catalog;

/// <summary>A node of the site's category tree.</summary>
public sealed class Category
{
    /// <summary>Between the names of a <see cref="Path"/>, as in the Google taxonomy text.</summary>
    public const string PathSeparator = " > ";

    /// <summary>The site's own ID.</summary>
    public required string Id { get; init; }

    /// <summary>Null for a first-level category.</summary>
    public string? ParentId { get; set; }

    public required string Name { get; set; }

    /// <summary>Names from the first level down to this one, joined with <see cref="PathSeparator"/>.</summary>
    public required string Path { get; set; }

    /// <summary>1 for a first-level category.</summary>
    public int Depth { get; set; }

    public bool IsLeaf { get; set; }

    /// <summary>Order in the imported file; siblings are shown in this order.</summary>
    public int Position { get; set; }

    /// <summary>When an import no longer held this category. It stays, so that judgments about it keep their subject.</summary>
    public DateTimeOffset? RetiredAt { get; set; }
}
