namespace LlmRec.Workbench.Catalog;

/// <summary>One committed import, kept as the tree's history; the newest category import names the catalog.</summary>
public sealed class CatalogImport
{
    public int Id { get; init; }

    /// <summary><c>categories</c>, <c>items</c> or <c>query-clicks</c>.</summary>
    public required string Kind { get; init; }

    public required string FileName { get; init; }
    public required string CatalogName { get; init; }
    public required string Format { get; init; }
    public int Total { get; init; }
    public int Added { get; init; }
    public int Renamed { get; init; }
    public int Moved { get; init; }
    public int Retired { get; init; }
    public required string By { get; init; }
    public DateTimeOffset At { get; init; }
}
