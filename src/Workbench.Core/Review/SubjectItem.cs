namespace LlmRec.Workbench.Review;

/// <summary>Everything that a reviewer needs to decide on one subject.</summary>
public abstract record SubjectItem
{
    public abstract SubjectRef Subject { get; }

    /// <summary>Every judgment ever made on it, the newest first, undone ones included.</summary>
    public required IReadOnlyList<PastJudgment> Judgments { get; init; }
}

/// <summary>One row of a subject's history.</summary>
/// <param name="TargetPaths">The categories that were approved for a pair.</param>
/// <param name="Text">The sentence that was approved for a title.</param>
public sealed record PastJudgment(
    long Id, long BatchId, Decision Decision, IReadOnlyList<string> TargetPaths, string Text, string Reason, string By, DateTimeOffset At, bool Stands);

/// <summary>Reads the history of one subject.</summary>
internal static class PastJudgments
{
    public static PastJudgment ToPast(this Judgment judgment, Catalog.CategoryTree tree, long? standingId) => new(
        judgment.Id, judgment.BatchId, judgment.Decision, [.. judgment.Targets().Select(tree.PathOf)], judgment.Text, judgment.Reason,
        judgment.By, judgment.At, judgment.Id == standingId);
}
