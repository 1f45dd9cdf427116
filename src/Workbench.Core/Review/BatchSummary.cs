namespace LlmRec.Workbench.Review;

/// <summary>One action of a reviewer for the history list.</summary>
/// <param name="Decision">What was decided, when the batch judged a single pair or title.</param>
/// <param name="Subject">What was judged; the first of several.</param>
public sealed record BatchSummary(
    long Id, BatchKind Kind, int Count, string Description, Decision? Decision, SubjectRef? Subject, string By, DateTimeOffset At, long? UndoneById, string? UndoneBy);
