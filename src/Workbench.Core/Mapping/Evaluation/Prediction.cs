namespace LlmRec.Workbench.Mapping.Evaluation;

/// <summary>The probability that a mapping gave its first candidate, 0 to 1, and whether that candidate is right. No candidate at all is probability 0 and wrong.</summary>
public readonly record struct Prediction(double Probability, bool IsRight);
