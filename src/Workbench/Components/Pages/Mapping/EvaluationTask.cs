using LlmRec.Workbench.Mapping.Evaluation;
using LlmRec.Workbench.Web.Components.Shared;

namespace LlmRec.Workbench.Web.Components.Pages.Mapping;

/// <summary>An evaluation that goes on beside the circuit: it reports progress and can be stopped.</summary>
internal sealed class EvaluationTask : IDisposable
{
    private CancellationTokenSource _stop = new();

    public bool IsRunning { get; private set; }

    /// <summary>Why the last one failed; null when it did not.</summary>
    public string? Error { get; private set; }

    public bool IsStopped { get; private set; }

    public LatestReport<EvaluationProgress> Progress { get; private set; } = new();

    /// <summary>The number of the stored evaluation; null when it failed or was stopped.</summary>
    public async Task<int?> RunAsync(Func<IProgress<EvaluationProgress>, CancellationToken, Task<int>> evaluate)
    {
        _stop.Dispose();
        _stop = new CancellationTokenSource();
        (IsRunning, IsStopped, Error, Progress) = (true, false, null, new LatestReport<EvaluationProgress>());
        var stop = _stop.Token;
        try
        {
            return await Task.Run(() => evaluate(Progress, stop), stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            IsStopped = true;
            return null;
        }
        catch (Exception error) when (error is InvalidDataException or InvalidOperationException or IOException)
        {
            Error = error.Message;
            return null;
        }
        finally
        {
            IsRunning = false;
        }
    }

    public Task StopAsync() => _stop.CancelAsync();

    public void Dispose()
    {
        _stop.Cancel();
        _stop.Dispose();
    }
}
