using LlmRec.Workbench.Complements;
using LlmRec.Workbench.Titles;

namespace LlmRec.Workbench.Review;

/// <summary>What holds for a subject at this moment and who decided it; a subject that waits has no judgment.</summary>
public abstract record Standing(SubjectRef Subject, int Version, long? JudgmentId, string By, DateTimeOffset? At, string Reason);

/// <summary>What holds for a pair.</summary>
public sealed record PairStanding(
    long PairId, int Version, PairState State, IReadOnlyList<string> TargetIds, long? JudgmentId, string By, DateTimeOffset? At, string Reason)
    : Standing(SubjectRef.Pair(PairId), Version, JudgmentId, By, At, Reason);

/// <summary>What holds for a proposed title.</summary>
/// <param name="Text">The approved sentence; empty unless approved.</param>
public sealed record TitleStanding(
    long TitleId, int Version, TitleState State, string Text, long? JudgmentId, string By, DateTimeOffset? At, string Reason)
    : Standing(SubjectRef.Title(TitleId), Version, JudgmentId, By, At, Reason);
