namespace LlmRec.Workbench.Review;

/// <summary>A queue of one kind of subject, as a desk shows it and walks it.</summary>
public interface IReviewQueue<TFilter, TRow, TItem, TCounts>
{
    Task<QueuePage<TRow>> GetPageAsync(TFilter filter, int skip, int take, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="SubjectQueue{TSubject, TFilter}.GetNeighborAsync"/>
    Task<long?> GetNeighborAsync(TFilter filter, long? id, bool forward, CancellationToken cancellationToken = default);

    /// <inheritdoc cref="SubjectQueue{TSubject, TFilter}.GetPositionAsync"/>
    Task<int> GetPositionAsync(TFilter filter, long id, CancellationToken cancellationToken = default);

    /// <summary>The subject with all that a decision needs; null when there is no such one.</summary>
    Task<TItem?> GetItemAsync(long id, CancellationToken cancellationToken = default);

    /// <summary>The facets of a filter: each counted whatever the filter says about that facet.</summary>
    Task<TCounts> GetCountsAsync(TFilter filter, CancellationToken cancellationToken = default);
}
