using LlmRec.Workbench.Statistics;

namespace LlmRec.Workbench.Mapping.Evaluation;

/// <summary>What would happen if first candidates of at least this probability were accepted without a person.</summary>
/// <param name="Threshold">0 to 1.</param>
/// <param name="Accepted">Accepted names of all names.</param>
/// <param name="Precision">Right names of the accepted ones.</param>
public sealed record AcceptancePoint(double Threshold, Rate Accepted, Rate Precision);
