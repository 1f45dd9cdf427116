namespace LlmRec.Workbench.Web.Components.Pages.Catalog;

/// <summary>Addresses of the catalog's pages; an ID is any text.</summary>
public static class CatalogLinks
{
    public const string Root = "/catalog";
    public const string UnfiledTab = "unfiled";
    public const string Unfiled = $"{Root}?tab={UnfiledTab}";
    public const string Import = "/catalog/import";

    public static string Category(string id) => $"{Root}/{Uri.EscapeDataString(id).Replace("%2F", "/", StringComparison.Ordinal)}";

    public static string NewRun(string id) => $"/runs/new?scope={Uri.EscapeDataString(id)}";
}
