namespace LlmRec.Workbench.Mapping.Evaluation;

/// <summary>An evaluation as lists show it.</summary>
public sealed record EvaluationSummary(int Id, DateTimeOffset At, string By, int? GoldSetId, string GoldName, EvaluationHead Head);

/// <summary>An evaluation with all its figures.</summary>
public sealed record StoredEvaluation(EvaluationSummary Summary, EvaluationReport Report);
