using LlmRec.Workbench.Catalog;
using LlmRec.Workbench.Review;
using LlmRec.Workbench.Security;
using LlmRec.Workbench.Web.Components.Shared;
using LlmRec.Workbench.Web.Security;
using Microsoft.AspNetCore.Components.Authorization;

namespace LlmRec.Workbench.Web.Components.Pages.Review;

/// <summary>
/// One person's place at the review desk: filter, pair on the table, note, last action. Lives as long as the circuit, so that nobody loses their position by
/// visiting another page. One action at a time: a key that is pressed while another action runs does nothing, because the person has not seen its subject yet.
/// </summary>
public sealed class ReviewDesk(ReviewQueue queue, JudgmentService judgments, CatalogService catalog, AuthenticationStateProvider authentication)
{
    private (long After, Task<ReviewItem?> Item)? _next;

    public ReviewFilter Filter { get; private set; } = new();
    public CategoryTree Tree { get; private set; } = CategoryTree.Empty;
    public ReviewCounts? Counts { get; private set; }

    /// <summary>Null when the filter holds nothing more.</summary>
    public ReviewItem? Item { get; private set; }

    /// <summary>How many pairs of the filter come before <see cref="Item"/>.</summary>
    public int Position { get; private set; }

    public bool IsBusy { get; private set; }
    public bool MayJudge { get; private set; }
    public DeskNotice? Notice { get; set; }
    public JudgmentResult.Conflict? Conflict { get; private set; }

    /// <summary>Goes with the next judgment as its reason.</summary>
    public string Note { get; set; } = "";

    /// <summary>Whether the candidates with next to no chance are on the table too.</summary>
    public bool ShowsAllCandidates { get; set; }

    /// <summary>Targets chosen so far when the mention means several categories; null when one pick decides.</summary>
    public List<string>? Chosen { get; private set; }

    /// <summary>Shows a pair of a filter; without <paramref name="pairId"/> the one that lay on the table, else the filter's first.</summary>
    public async Task OpenAsync(ReviewFilter filter, long? pairId, CancellationToken cancellationToken = default)
    {
        var known = Counts is not null && filter == Filter;
        if (known && pairId is not null && Item?.Pair.Id == pairId)
        {
            return;
        }

        Tree = await catalog.GetTreeAsync(cancellationToken);
        MayJudge = (await CallerAsync()).May(Policies.Review);
        (Filter, Counts) = (filter, known ? Counts : null);
        var id = pairId ?? (known ? Item?.Pair.Id : null) ?? await queue.GetNeighborAsync(filter, null, forward: true, cancellationToken);
        await ShowAsync(id is { } found ? await queue.GetItemAsync(found, cancellationToken) : null);
    }

    public Task SkipAsync() => ActAsync(() => MoveAsync(forward: true));

    public Task BackAsync() => ActAsync(() => MoveAsync(forward: false));

    /// <summary>Approves what is chosen, or else the first candidate.</summary>
    public Task ApproveAsync() => Chosen is { Count: > 0 } chosen ? JudgeAsync(Decision.Approve, [.. chosen]) : PickAsync(1);

    public Task PickAsync(int rank)
    {
        var candidate = Item is { } item ? CandidateFold.Shown(item, ShowsAllCandidates).FirstOrDefault(c => c.Rank == rank) : null;
        return candidate is null && rank > 1 ? Task.CompletedTask : PickCategoryAsync(candidate?.CategoryId);
    }

    /// <summary>Approves a category, or adds it to the chosen ones (takes it away again) when several are asked for.</summary>
    public Task PickCategoryAsync(string? categoryId)
    {
        if (Chosen is null || categoryId is null)
        {
            return JudgeAsync(Decision.Approve, categoryId is null ? [] : [categoryId]);
        }

        if (!Chosen.Remove(categoryId))
        {
            Chosen.Add(categoryId);
        }

        return Task.CompletedTask;
    }

    public Task RejectAsync() => JudgeAsync(Decision.Reject, []);

    public Task NoCategoryAsync() => JudgeAsync(Decision.NoCategory, []);

    public void ToggleSeveral() => Chosen = Chosen is null ? [] : null;

    /// <summary>Settles a conflict: judge on top of the other decision, or leave it and go on.</summary>
    public Task SettleAsync(bool mine) => ActAsync(async () =>
    {
        if (Conflict is { } conflict)
        {
            Conflict = null;
            await (mine ? SendAsync(conflict.Yours with { Version = conflict.Current.Version }) : MoveAsync(forward: true));
        }
    });

    /// <summary>Takes back a batch, or the caller's last one, and shows its pair again.</summary>
    public Task UndoAsync(long? batchId = null) => ActAsync(async () =>
    {
        var caller = await CallerAsync();
        var result = batchId is { } id ? await judgments.UndoAsync(caller, id) : await judgments.UndoLastAsync(caller);
        Notice = new DeskNotice.Undone(result);
        await ShowAsync((result.First is { Kind: SubjectKind.Pair } first ? first.Id : Item?.Pair.Id) is { } pair ? await queue.GetItemAsync(pair) : null);
    });

    public Task<AcceptPreview<AcceptSample>> PreviewAcceptAsync(double minScore, CancellationToken cancellationToken) =>
        judgments.PreviewAcceptAsync(new(Filter, minScore, ""), cancellationToken);

    public Task AcceptAsync(double minScore, string reason, CancellationToken cancellationToken) => ActAsync(async () =>
    {
        Notice = new DeskNotice.Accepted(await judgments.AcceptAsync(await CallerAsync(), new AcceptRequest(Filter, minScore, reason), cancellationToken));
        var id = await queue.GetNeighborAsync(Filter, null, forward: true, cancellationToken);
        await ShowAsync(id is { } found ? await queue.GetItemAsync(found, cancellationToken) : null);
    });

    private Task JudgeAsync(Decision decision, IReadOnlyList<string> targets) => ActAsync(async () =>
    {
        if (Item is { } item && MayJudge && Conflict is null)
        {
            var rank = targets.Count == 1 ? item.Candidates.FirstOrDefault(c => c.CategoryId == targets[0])?.Rank : null;
            await SendAsync(new JudgmentRequest(item.Pair.Id, item.Pair.Standing.Version, decision, targets, rank, Note));
        }
    });

    private async Task SendAsync(SubjectRequest request)
    {
        var text = Item?.Pair.Text ?? "";
        switch (await judgments.JudgeAsync(await CallerAsync(), request))
        {
            case JudgmentResult.Done done:
                Notice = new DeskNotice.Judged(request.Decision, text, SubjectLook.TextOf(request, Tree), done.BatchId);

                // A correction may have changed what the next pair proposes.
                _next = request is JudgmentRequest { Decision: Decision.Approve, CandidateRank: not 1 } ? null : _next;
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

    private async Task MoveAsync(bool forward)
    {
        if (forward && Item is { } item && _next is { } next && next.After == item.Pair.Id && await next.Item is { } ready)
        {
            await ShowAsync(ready);
            return;
        }

        // At the end, go on with what was skipped.
        var id = await queue.GetNeighborAsync(Filter, Item?.Pair.Id, forward) ?? await queue.GetNeighborAsync(Filter, null, forward);
        await ShowAsync(id is { } found ? await queue.GetItemAsync(found) : null);
    }

    private async Task ShowAsync(ReviewItem? item)
    {
        (Item, Note, Conflict, Chosen, ShowsAllCandidates) = (item, "", null, null, false);
        Counts = await queue.GetCountsAsync(Filter);
        Position = item is null ? 0 : await queue.GetPositionAsync(Filter, item.Pair.Id);
        _next = item is null ? null : (item.Pair.Id, PrefetchAsync(item.Pair.Id));
    }

    private async Task<ReviewItem?> PrefetchAsync(long after) =>
        await queue.GetNeighborAsync(Filter, after, forward: true) is { } id ? await queue.GetItemAsync(id) : null;

    private async Task ActAsync(Func<Task> action)
    {
        if (IsBusy)
        {
            return;
        }

        IsBusy = true;
        try
        {
            await action();
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            Notice = new DeskNotice.Failed(error.Message);
        }
        finally
        {
            IsBusy = false;
        }
    }

    private async Task<Caller> CallerAsync() => CurrentUser.FromPrincipal((await authentication.GetAuthenticationStateAsync()).User);
}
