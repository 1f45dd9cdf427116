using LlmRec.Workbench.Mapping;
using LlmRec.Workbench.Web.Components.Shared;

namespace LlmRec.Workbench.Web.Components.Pages.Mapping;

/// <summary>Work on all texts that goes on beside the circuit, one at a time: it reports progress and can be stopped.</summary>
public sealed class RemapTask : IDisposable
{
    private CancellationTokenSource? _stop;

    public bool IsRunning => _stop is not null;

    /// <summary>Why the last work failed; null when it did not. Stopped work has not failed.</summary>
    public string? Error { get; private set; }

    public bool WasStopped { get; private set; }

    public LatestReport<RemapProgress> Progress { get; private set; } = new();

    /// <summary>Does nothing while other work goes on.</summary>
    public async Task RunAsync(Func<IProgress<RemapProgress>, CancellationToken, Task> work)
    {
        if (IsRunning)
        {
            return;
        }

        using var stop = _stop = new CancellationTokenSource();
        (Error, WasStopped, Progress) = (null, false, new LatestReport<RemapProgress>());
        try
        {
            await Task.Run(() => work(Progress, stop.Token), stop.Token);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            WasStopped = true;
        }
        catch (Exception error)
        {
            Error = error.Message;
        }
        finally
        {
            _stop = null;
        }
    }

    public Task StopAsync() => _stop?.CancelAsync() ?? Task.CompletedTask;

    public void Dispose() => _stop?.Cancel();
}
