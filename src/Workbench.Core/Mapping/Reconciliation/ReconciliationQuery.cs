namespace LlmRec.Workbench.Mapping.Reconciliation;

/// <summary>One name to reconcile with the tree, and what is known about the category that it means.</summary>
/// <param name="Text">Null to look by <paramref name="Properties"/> alone.</param>
/// <param name="Types">Type IDs of <see cref="CategoryTypes"/>; empty for no wish.</param>
/// <param name="Limit">The most candidates wanted.</param>
public sealed record ReconciliationQuery(
    string? Text, IReadOnlyList<string> Types, TypeStrictness Strictness, IReadOnlyList<PropertyConstraint> Properties, int Limit = ReconciliationQuery.DefaultLimit)
{
    public const int DefaultLimit = 5;
    public const int MostCandidates = 50;

    /// <summary>A name and nothing else.</summary>
    public static ReconciliationQuery Of(string text) => new(text, [], TypeStrictness.Any, []);
}
