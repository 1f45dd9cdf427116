using LlmRec.Workbench.Complements;

namespace LlmRec.Workbench.Review;

/// <summary>What holds for a pair at this moment and who decided it; a waiting pair has no judgment.</summary>
public sealed record PairStanding(
    long PairId, int Version, PairState State, IReadOnlyList<string> TargetIds, long? JudgmentId, string By, DateTimeOffset? At, string Reason);
