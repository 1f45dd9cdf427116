using LlmRec.Workbench.Catalog;
using LlmRec.Workbench.Storage;
using Microsoft.EntityFrameworkCore;

namespace LlmRec.Workbench.Review;

/// <summary>Reads the pairs that wait for people, and everything around one of them.</summary>
public sealed class ReviewQueue
{
    /// <summary>The most other pairs of the same source that an item lists.</summary>
    public const int MaxSiblings = 60;

    public Task<ReviewPage> GetPageAsync(ReviewFilter filter, int skip, int take, CancellationToken cancellationToken = default) =>
        throw new NotImplementedException();

    public Task<ReviewCounts> GetCountsAsync(ReviewFilter filter, CancellationToken cancellationToken = default) =>
        throw new NotImplementedException();

    /// <summary>The pair with all that a decision needs; null when there is no such pair.</summary>
    public Task<ReviewItem?> GetItemAsync(long pairId, CancellationToken cancellationToken = default) =>
        throw new NotImplementedException();

    /// <summary>The pair that follows (or comes before) <paramref name="pairId"/> in the filter's order, even when that pair itself no longer matches; null at the end.</summary>
    public Task<long?> GetNeighborAsync(ReviewFilter filter, long pairId, bool forward, CancellationToken cancellationToken = default) =>
        throw new NotImplementedException();

    /// <summary>How many pairs of the filter come before <paramref name="pairId"/>.</summary>
    public Task<int> GetPositionAsync(ReviewFilter filter, long pairId, CancellationToken cancellationToken = default) =>
        throw new NotImplementedException();
}
