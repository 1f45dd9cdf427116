using LlmRec.Workbench.Titles.Comparison;
using LlmRec.Workbench.Web.Components.Shared;

namespace LlmRec.Workbench.Web.Components.Pages.Titles;

/// <summary>A comparison that goes on beside the circuit: it reports progress, can be stopped, and a new one takes the old one's place.</summary>
public sealed class ComparisonTask<T> : IDisposable
    where T : class
{
    private readonly Loader<Ending> _ending = new();
    private CancellationTokenSource _stop = new();

    public Loader State => _ending;

    public LatestReport<ComparisonProgress> Progress { get; private set; } = new();

    public T? Value => _ending.Value?.Result;

    public bool IsStopped => _ending.Value is { Result: null };

    public async Task StartAsync(Func<CancellationToken, Task<T>> compare)
    {
        await _stop.CancelAsync();
        _stop.Dispose();
        var mine = _stop = new CancellationTokenSource();
        Progress = new LatestReport<ComparisonProgress>();
        await _ending.LoadAsync(async newer =>
        {
            using var both = CancellationTokenSource.CreateLinkedTokenSource(newer, mine.Token);
            try
            {
                return new Ending(await Task.Run(() => compare(both.Token), both.Token));
            }
            catch (OperationCanceledException) when (mine == _stop && !newer.IsCancellationRequested)
            {
                return new Ending(Result: null);
            }
        });
    }

    public Task StopAsync() => _stop.CancelAsync();

    public void Dispose()
    {
        _stop.Cancel();
        _stop.Dispose();
        _ending.Dispose();
    }

    /// <summary>Null when a person stopped it.</summary>
    private sealed record Ending(T? Result);
}
