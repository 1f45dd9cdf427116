namespace LlmRec.Workbench.Mapping.Reconciliation;

/// <summary>What a property of the wanted category should be: any of the values.</summary>
public sealed record PropertyConstraint(string PropertyId, IReadOnlyList<PropertyValue> Values);

/// <summary>A value that a query gives for a property: a text, or another category by its ID.</summary>
public readonly record struct PropertyValue(string Text, bool IsId = false);
