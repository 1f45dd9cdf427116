namespace LlmRec.Workbench.Catalog.Importing;

/// <summary>A file to import.</summary>
/// <param name="Kind">One of <see cref="ImportKinds"/>.</param>
/// <param name="Path">Where the file lies on this machine; it may be read more than once.</param>
/// <param name="FileName">The name that the person knows it by.</param>
/// <param name="NameColumn">Which column holds the names of categories; null chooses <c>name</c>, else Chinese, else the first.</param>
/// <param name="CatalogName">What the catalog is called from now on; null takes the file's name.</param>
public sealed record ImportRequest(string Kind, string Path, string FileName, string? NameColumn = null, string? CatalogName = null);
