using LlmRec.Workbench.Catalog;
using LlmRec.Workbench.Review;
using LlmRec.Workbench.Security;
using Microsoft.AspNetCore.Components.Authorization;

namespace LlmRec.Workbench.Web.Components.Pages.Review;

/// <summary>
/// One person's place at the desk for one kind of subject: filter, what lies on the table, what comes next. Lives as long as the circuit, so that nobody loses
/// their position by visiting another page. While a person decides, the next one is read already; counts and position never make anybody wait.
/// </summary>
public abstract class SubjectDesk<TFilter, TRow, TItem, TCounts>(
    IReviewQueue<TFilter, TRow, TItem, TCounts> queue, JudgmentService judgments, CatalogService catalog, AuthenticationStateProvider authentication)
    : Desk(authentication), IAsyncDisposable
    where TFilter : class, new()
    where TItem : SubjectItem
    where TCounts : QueueCounts
{
    private CancellationTokenSource _reading = new();
    private (long After, Task<TItem?> Item)? _next;
    private bool _isOpen;

    public TFilter Filter { get; private set; } = new();

    /// <summary>Of the newest thing shown whose counts are known; null before the first.</summary>
    public TCounts? Counts { get; private set; }

    public TItem? Item { get; private set; }

    public override SubjectRef? Subject => Item?.Subject;

    protected JudgmentService Judgments { get; } = judgments;

    protected abstract SubjectKind Kind { get; }

    public Task<QueuePage<TRow>> GetRowsAsync(int skip, int take, CancellationToken cancellationToken) => queue.GetPageAsync(Filter, skip, take, cancellationToken);

    /// <summary>Shows a subject of a filter; without <paramref name="id"/> the one that lay on the table, else the filter's first.</summary>
    public async Task OpenAsync(TFilter filter, long? id, CancellationToken cancellationToken = default)
    {
        var known = _isOpen && filter.Equals(Filter);
        if (known && id is not null && Item?.Subject.Id == id)
        {
            return;
        }

        Tree = await catalog.GetTreeAsync(cancellationToken);
        MayJudge = (await CallerAsync()).May(Policies.Review);
        (Filter, Counts, _isOpen) = (filter, known ? Counts : null, true);
        var found = id ?? (known ? Item?.Subject.Id : null) ?? await queue.GetNeighborAsync(filter, null, forward: true, cancellationToken);
        Show(found is { } shown ? await queue.GetItemAsync(shown, cancellationToken) : null);
        if (Item is null)
        {
            // Whether nothing waits or nothing was ever there is what the page says next.
            await Facts;
        }
    }

    public override Task UndoAsync(long? batchId = null) => ActAsync(async () =>
    {
        var caller = await CallerAsync();
        var result = batchId is { } id ? await Judgments.UndoAsync(caller, id) : await Judgments.UndoLastAsync(caller);
        var isHere = result.First is null || result.First.Value.Kind == Kind;
        Notice = new DeskNotice.Undone(result, isHere ? null : result.First);
        var shown = isHere && result.First is { } first ? first.Id : Item?.Subject.Id;
        Show(shown is { } subject ? await queue.GetItemAsync(subject) : null);
    });

    public async ValueTask DisposeAsync()
    {
        await _reading.CancelAsync();
        await Task.WhenAny(Task.WhenAll(Facts, _next?.Item ?? Task.CompletedTask));
        _reading.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>How the notice names what was judged.</summary>
    protected abstract string NameOf(TItem item);

    /// <summary>Whether the decision may change what the next subject proposes, so that it must be read again.</summary>
    protected virtual bool ChangesWhatFollows(SubjectRequest request) => false;

    /// <summary>Something else lies on the desk now.</summary>
    protected virtual void OnShown()
    {
    }

    protected Task JudgeAsync(Func<TItem, SubjectRequest> decide) => ActAsync(async () =>
    {
        if (Item is { } item && IsReady)
        {
            await SendAsync(decide(item));
        }
    });

    protected Task AcceptAsync(Func<Caller, Task<AcceptResult>> accept) => ActAsync(async () =>
    {
        Notice = new DeskNotice.Accepted(await accept(await CallerAsync()));
        var id = await queue.GetNeighborAsync(Filter, null, forward: true);
        Show(id is { } found ? await queue.GetItemAsync(found) : null);
    });

    protected override async Task SendAsync(SubjectRequest request)
    {
        var name = Item is { } item ? NameOf(item) : "";
        switch (await Judgments.JudgeAsync(await CallerAsync(), request))
        {
            case JudgmentResult.Done done:
                Notice = new DeskNotice.Judged(request.Decision, name, SubjectLook.TextOf(request, Tree), done.BatchId);
                _next = ChangesWhatFollows(request) ? null : _next;
                await MoveAsync(forward: true);
                break;
            case JudgmentResult.Conflict conflict:
                Conflict = conflict;
                break;
            case JudgmentResult.Refused refused:
                Notice = new DeskNotice.Refused(refused.Problem);
                break;
        }
    }

    protected override async Task MoveAsync(bool forward)
    {
        if (forward && Item is { } item && _next is { } next && next.After == item.Subject.Id && await next.Item is { } ready)
        {
            Show(ready);
            return;
        }

        // At the end, go on with what was skipped.
        var id = await queue.GetNeighborAsync(Filter, Item?.Subject.Id, forward) ?? await queue.GetNeighborAsync(Filter, null, forward);
        Show(id is { } found ? await queue.GetItemAsync(found) : null);
    }

    private void Show(TItem? item)
    {
        (Item, Note, Conflict) = (item, "", null);
        OnShown();

        _reading.Cancel();
        _reading.Dispose();
        _reading = new CancellationTokenSource();

        // SQLite answers on the calling thread: only on another one do these let the page show the item first.
        var cancel = _reading.Token;
        _next = item is null ? null : (item.Subject.Id, Task.Run(() => PrefetchAsync(Filter, item.Subject.Id, cancel), cancel));
        Facts = CountAsync(Filter, item, cancel);
    }

    private async Task<TItem?> PrefetchAsync(TFilter filter, long after, CancellationToken cancellationToken) =>
        await queue.GetNeighborAsync(filter, after, forward: true, cancellationToken) is { } id ? await queue.GetItemAsync(id, cancellationToken) : null;

    private async Task CountAsync(TFilter filter, TItem? item, CancellationToken cancellationToken)
    {
        try
        {
            var counts = await Task.Run(() => queue.GetCountsAsync(filter, cancellationToken), cancellationToken);
            var position = item is null ? 0 : await Task.Run(() => queue.GetPositionAsync(filter, item.Subject.Id, cancellationToken), cancellationToken);
            if (!cancellationToken.IsCancellationRequested)
            {
                (Counts, Position) = (counts, position);
            }
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            Notice = new DeskNotice.Failed(error.Message);
        }
        catch (OperationCanceledException)
        {
            // Something else is shown by now and has its own counts.
            return;
        }
    }
}
