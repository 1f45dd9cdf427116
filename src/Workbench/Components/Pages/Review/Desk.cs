using LlmRec.Workbench.Catalog;
using LlmRec.Workbench.Review;
using LlmRec.Workbench.Security;
using LlmRec.Workbench.Web.Security;
using Microsoft.AspNetCore.Components.Authorization;

namespace LlmRec.Workbench.Web.Components.Pages.Review;

/// <summary>
/// What every review desk is, whatever lies on it: last action, conflict, note, position. One action at a time: a key that is pressed while another action
/// runs does nothing, because the person has not seen its subject yet.
/// </summary>
public abstract class Desk(AuthenticationStateProvider authentication)
{
    public CategoryTree Tree { get; protected set; } = CategoryTree.Empty;

    /// <summary>What lies on the desk; null when the filter holds nothing more.</summary>
    public abstract SubjectRef? Subject { get; }

    /// <summary>How many of the filter come before the one on the desk.</summary>
    public int Position { get; protected set; }

    public bool IsBusy { get; private set; }
    public bool MayJudge { get; protected set; }

    /// <summary>Whether a decision can be made now.</summary>
    public bool IsReady => Subject is not null && MayJudge && Conflict is null;

    public DeskNotice? Notice { get; set; }
    public JudgmentResult.Conflict? Conflict { get; protected set; }

    /// <summary>Goes with the next judgment as its reason.</summary>
    public string Note { get; set; } = "";

    /// <summary>Completes when the counts and the position that belong to what is shown are there; they come after it.</summary>
    public Task Facts { get; protected set; } = Task.CompletedTask;

    public Task SkipAsync() => ActAsync(() => MoveAsync(forward: true));

    public Task BackAsync() => ActAsync(() => MoveAsync(forward: false));

    /// <summary>Settles a conflict: judge on top of the other decision, or leave it and go on.</summary>
    public Task SettleAsync(bool mine) => ActAsync(async () =>
    {
        if (Conflict is { } conflict)
        {
            Conflict = null;
            await (mine ? SendAsync(conflict.Yours with { Version = conflict.Current.Version }) : MoveAsync(forward: true));
        }
    });

    /// <summary>Takes back a batch, or the caller's last one wherever it was made, and shows its subject again when that lies on this desk.</summary>
    public abstract Task UndoAsync(long? batchId = null);

    protected abstract Task MoveAsync(bool forward);

    protected abstract Task SendAsync(SubjectRequest request);

    protected async Task ActAsync(Func<Task> action)
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

    protected async Task<Caller> CallerAsync() => CurrentUser.FromPrincipal((await authentication.GetAuthenticationStateAsync()).User);
}
