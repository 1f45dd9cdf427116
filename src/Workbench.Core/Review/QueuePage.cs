namespace LlmRec.Workbench.Review;

/// <summary>A stretch of a review queue and how long the whole queue is.</summary>
public sealed record QueuePage<TRow>(int Total, IReadOnlyList<TRow> Rows);

/// <summary>How far the review of what a filter holds has come, whatever the filter's state.</summary>
/// <param name="Total">Everything.</param>
/// <param name="Judged">What a person has decided about.</param>
public abstract record QueueCounts(int Total, int Judged)
{
    public int Waiting => Total - Judged;
}
