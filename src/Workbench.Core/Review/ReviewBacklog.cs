namespace LlmRec.Workbench.Review;

/// <summary>How much waits on all desks together.</summary>
public sealed class ReviewBacklog(ReviewQueue pairs, TitleQueue titles)
{
    public async Task<WaitingCounts> CountAsync(CancellationToken cancellationToken = default) =>
        new(await pairs.CountWaitingAsync(cancellationToken), await titles.CountWaitingAsync(cancellationToken));
}

/// <summary>How many subjects of each kind wait for a decision.</summary>
public sealed record WaitingCounts(int Pairs, int Titles)
{
    public int Total => Pairs + Titles;
}
