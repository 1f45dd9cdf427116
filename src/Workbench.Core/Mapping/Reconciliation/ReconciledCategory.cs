using LlmRec.Workbench.Catalog;

namespace LlmRec.Workbench.Mapping.Reconciliation;

/// <summary>A category that a query may mean.</summary>
/// <param name="Probability">0 to 1, as the mapping says.</param>
/// <param name="Match">Whether the mapping accepts it without a person and nothing in the query speaks against it.</param>
/// <param name="Evidence">Null where no name was asked for.</param>
/// <param name="TypeMatch">Whether it has the wanted types; null when none was wanted.</param>
/// <param name="PropertyMatch">The share of the wanted properties that it has, 0 to 1; null when none was wanted.</param>
public sealed record ReconciledCategory(Category Category, double Probability, bool Match, CandidateEvidence? Evidence, bool? TypeMatch, double? PropertyMatch);
