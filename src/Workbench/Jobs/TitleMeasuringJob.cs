using LlmRec.Workbench.Titles;

namespace LlmRec.Workbench.Web.Jobs;

/// <summary>Measures, while the app serves, the sentences that were stored without a language model: at the start, and within a minute after a model has been added.</summary>
internal sealed class TitleMeasuringJob(TitleMeasuring titles, TimeProvider time, ILogger<TitleMeasuringJob> logger) : BackgroundService
{
    private static readonly TimeSpan Period = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The first pass must not hold up the start of the app.
        await Task.Yield();
        using var timer = new PeriodicTimer(Period, time);
        string? done = null;
        do
        {
            if (titles.Model is { } model && model != done)
            {
                done = await FillAsync(stoppingToken) ? model : null;
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task<bool> FillAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (await titles.FillAsync(cancellationToken) is > 0 and var measured)
            {
                logger.LogInformation("Measured {Count} titles that were stored without a language model.", measured);
            }

            return true;
        }
        catch (Exception error) when (error is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            logger.LogWarning(error, "Titles without perplexity could not be measured; the next try is in a minute.");
            return false;
        }
    }
}
