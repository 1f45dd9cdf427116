using LlmRec.Workbench.Statistics;

namespace LlmRec.Workbench.Mapping.Settings;

/// <summary>What would happen to the queue if candidates were accepted without a person from one probability on.</summary>
/// <param name="AcceptFrom">0 to 1.</param>
/// <param name="Pairs">Waiting pairs that a bulk approval would approve.</param>
/// <param name="Texts">Distinct texts of those pairs.</param>
/// <param name="Predicted">Share of right ones among the accepted targets of those pairs, as the probabilities promise it; null where nothing is accepted.</param>
public sealed record PlanPoint(double AcceptFrom, int Pairs, int Texts, Estimate? Predicted);
