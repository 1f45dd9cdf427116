using LlmRec.Workbench.Mapping.Choices;

namespace LlmRec.Workbench.Web.Jobs;

/// <summary>Looks for completed runs with which choosing among the candidates of unclear names was ordered.</summary>
internal sealed class ChoiceFollowUpJob(ChoiceFollowUp choices, TimeProvider time, ILogger<ChoiceFollowUpJob> logger) : BackgroundService
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Period, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await choices.StartDueAsync(stoppingToken);
            }
            catch (Exception error) when (error is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
            {
                logger.LogWarning(error, "Ordered choices could not be taken up; the next try is in {Period}.", Period);
            }
        }
    }
}
