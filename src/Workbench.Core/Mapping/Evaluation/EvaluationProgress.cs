namespace LlmRec.Workbench.Mapping.Evaluation;

/// <summary>How far an evaluation has come: names mapped, over all the settings and sources that are measured.</summary>
public sealed record EvaluationProgress(int Done, int Total);
