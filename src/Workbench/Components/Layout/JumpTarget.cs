namespace LlmRec.Workbench.Web.Components.Layout;

/// <summary>A place that the jump palette offers.</summary>
public sealed record JumpTarget(string Text, string Kind, string Href, string Icon);
