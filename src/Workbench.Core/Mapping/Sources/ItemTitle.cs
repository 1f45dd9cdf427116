namespace LlmRec.Workbench.Mapping.Sources;

/// <summary>The title of a product and the category that the site files it under.</summary>
internal readonly record struct ItemTitle(string CategoryId, string Title);
