namespace LlmRec.Workbench.Web.Components.Shared;

/// <summary>One step of a breadcrumb.</summary>
public sealed record Crumb(string Text, string Href);
