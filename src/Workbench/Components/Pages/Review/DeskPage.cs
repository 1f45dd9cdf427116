using LlmRec.Workbench.Web.Components.Shared;
using Microsoft.AspNetCore.Components;

namespace LlmRec.Workbench.Web.Components.Pages.Review;

/// <summary>A page around a desk: the address says what lies there, actions move both on, and what is counted shows up when it is there.</summary>
public abstract class DeskPage : ComponentBase, IDisposable
{
    [Inject] public required NavigationManager Navigation { get; init; }

    protected Loader<Desk> Loader { get; } = new();
    protected bool QueueOpen { get; set; }
    protected bool History { get; set; }
    protected bool Accepting { get; set; }

    protected abstract Desk Place { get; }

    /// <summary>The query value that names the subject, and what it says now.</summary>
    protected abstract (string Name, long? Id) Address { get; }

    public void Dispose()
    {
        Loader.Dispose();
        GC.SuppressFinalize(this);
    }

    protected override Task OnParametersSetAsync() => LoadAsync();

    /// <summary>Lays on the desk what the address says.</summary>
    protected abstract Task OpenAsync(CancellationToken cancellationToken);

    protected async Task LoadAsync()
    {
        await Loader.LoadAsync(async cancel =>
        {
            await OpenAsync(cancel);
            return Place;
        });
        Remember();
        await Place.Facts;
    }

    /// <summary>Does something at the desk and keeps the address pointing at what lies there afterwards.</summary>
    protected async Task ActAsync(Func<Task> action)
    {
        await action();
        Remember();
        StateHasChanged();
        await Place.Facts;
        StateHasChanged();
    }

    protected Task UndoAsync(long batchId) => ActAsync(() => Place.UndoAsync(batchId));

    protected void Open(long id)
    {
        QueueOpen = false;
        Navigation.SetQuery((Address.Name, id));
    }

    protected void ToggleQueue() => QueueOpen = !QueueOpen;

    protected void ToggleHistory() => History = !History;

    private void Remember()
    {
        if (Place.Subject?.Id is var id && id != Address.Id && Loader is { IsLoading: false, Error: null })
        {
            Navigation.SetQuery((Address.Name, id));
        }
    }
}
