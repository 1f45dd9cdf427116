namespace LlmRec.Workbench.Web.Components.Shared;

/// <summary>Where a load stands; what <see cref="ListStates"/> shows.</summary>
public abstract class Loader
{
    public bool IsLoading { get; protected set; } = true;

    /// <summary>Why the last load failed; null when it did not.</summary>
    public Exception? Error { get; protected set; }

    public abstract bool HasValue { get; }
}

/// <summary>Loads a page's data: a new load cancels the one before it, and the old value stays visible until the new one is there.</summary>
public sealed class Loader<T> : Loader, IDisposable
    where T : class
{
    private CancellationTokenSource _current = new();

    public T? Value { get; private set; }

    public override bool HasValue => Value is not null;

    public async Task LoadAsync(Func<CancellationToken, Task<T>> load)
    {
        await _current.CancelAsync();
        _current.Dispose();
        var mine = _current = new CancellationTokenSource();
        IsLoading = true;
        try
        {
            var value = await load(mine.Token);
            Finish(mine, value, error: null);
        }
        catch (OperationCanceledException) when (mine != _current)
        {
            // A newer load has taken over; it will say how things stand.
            return;
        }
        catch (Exception exception)
        {
            Finish(mine, value: null, exception);
        }
    }

    public void Dispose()
    {
        _current.Cancel();
        _current.Dispose();
    }

    private void Finish(CancellationTokenSource mine, T? value, Exception? error)
    {
        if (mine != _current)
        {
            return;
        }

        Value = value ?? Value;
        Error = error;
        IsLoading = false;
    }
}
