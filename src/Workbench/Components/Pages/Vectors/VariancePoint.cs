namespace LlmRec.Workbench.Web.Components.Pages.Vectors;

/// <summary>Share of the variance that so many dimensions hold together.</summary>
public sealed record VariancePoint(int Dimensions, double Share);
