namespace LlmRec.Workbench.Mapping.Reconciliation;

/// <summary>A value of a category's property: a text, a whole number, or another category; exactly one of them is set.</summary>
public sealed record ExtendedValue(string? Text = null, int? Number = null, CategoryReference? Reference = null);

/// <summary>Another category by ID and name.</summary>
public sealed record CategoryReference(string Id, string Name);

/// <summary>A property to fetch, with at most <paramref name="Limit"/> values; 0 for all.</summary>
public sealed record ExtendedProperty(string Id, int Limit = 0);
