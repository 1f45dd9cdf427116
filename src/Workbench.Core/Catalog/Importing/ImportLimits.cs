namespace LlmRec.Workbench.Catalog.Importing;

/// <summary>How large an imported file may be. Memory stays bounded because of them; each has its own rejection.</summary>
public static class ImportLimits
{
    public const long MaxFileBytes = 64L << 20;

    /// <summary>Products are not held in memory: their files may be larger and longer.</summary>
    public const long MaxItemFileBytes = 2L << 30;

    public const int MaxItems = 5_000_000;
    public const int MaxLineBytes = 1 << 20;
    public const int MaxCategories = 300_000;
    public const int MaxRows = 1_000_000;
    public const int MaxDepth = 32;
    public const int MaxIdLength = 200;
    public const int MaxNameLength = 300;
    public const int MaxTitleLength = 2_000;
    public const int MaxAttributesLength = 100_000;

    /// <summary>How many rejected lines, notices and changes of each kind a report lists; it counts all of them.</summary>
    public const int MaxListed = 1_000;

    /// <summary>How large a file of one of <see cref="ImportKinds"/> may be.</summary>
    public static long FileBytes(string kind) => kind == ImportKinds.Items ? MaxItemFileBytes : MaxFileBytes;

    /// <summary>How many rows a file of one of <see cref="ImportKinds"/> may have.</summary>
    public static int Rows(string kind) => kind switch
    {
        ImportKinds.Categories => MaxCategories,
        ImportKinds.Items => MaxItems,
        _ => MaxRows,
    };
}
