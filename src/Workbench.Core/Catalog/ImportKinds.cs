namespace LlmRec.Workbench.Catalog;

/// <summary>The values of <see cref="CatalogImport.Kind"/>, which are also the words of the command line.</summary>
public static class ImportKinds
{
    public const string Categories = "categories";
    public const string Items = "items";
    public const string QueryClicks = "query-clicks";

    public static IReadOnlyList<string> All { get; } = [Categories, Items, QueryClicks];
}
