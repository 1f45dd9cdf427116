namespace LlmRec.Workbench.Mapping.Evaluation;

/// <summary>What to measure.</summary>
/// <param name="GoldSetId">Null for this site's own judgments.</param>
/// <param name="A">The setting; the ablation is about it.</param>
/// <param name="B">A second setting side by side; null for none.</param>
/// <param name="Ablation">Whether to measure each evidence source.</param>
public sealed record EvaluationRequest(int? GoldSetId, MappingSpec A, MappingSpec? B = null, bool Ablation = true);
