namespace LlmRec.Workbench.Catalog.Importing;

/// <summary>How large an imported file may be. Memory stays bounded because of them; each has its own rejection.</summary>
public static class ImportLimits
{
    public const long MaxFileBytes = 64L << 20;
    public const int MaxLineBytes = 1 << 20;
    public const int MaxCategories = 300_000;
    public const int MaxRows = 1_000_000;
    public const int MaxDepth = 32;
    public const int MaxIdLength = 200;
    public const int MaxNameLength = 300;
    public const int MaxTitleLength = 2_000;

    /// <summary>How many rejected lines, notices and changes of each kind a report lists; it counts all of them.</summary>
    public const int MaxListed = 1_000;
}
