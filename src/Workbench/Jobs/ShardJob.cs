using Hangfire;
using Hangfire.Server;
using LlmRec.Workbench.Runs;

namespace LlmRec.Workbench.Web.Jobs;

/// <summary>The Hangfire job: one shard of one run. Public, because Hangfire creates it by name. The executor is asked for late, so that one that cannot be made is a reason too.</summary>
public sealed class ShardJob(IServiceProvider services, StalledRuns stalled, ILogger<ShardJob> logger)
{
    private const int Retries = 5;

    [AutomaticRetry(Attempts = Retries, DelaysInSeconds = [2, 5, 15, 60, 300])]
    public async Task ExecuteAsync(int runId, int shard, PerformContext? context, CancellationToken cancellationToken)
    {
        try
        {
            if (await services.GetRequiredService<ShardExecutor>().ExecuteAsync(runId, shard, cancellationToken) is { } retryAfter)
            {
                services.GetRequiredService<IShardQueue>().Enqueue(runId, shard, retryAfter);
            }
        }
        catch (Exception error) when (error is not OperationCanceledException && IsLast(context))
        {
            // Nobody would take the shard up again, and the run would seem to go on for ever.
            logger.LogWarning(error, "Shard {Shard} of run {RunId} failed {Times} times; the run pauses.", shard, runId, Retries + 1);
            await stalled.PauseAsync(runId, error.Message);
        }
    }

    private static bool IsLast(PerformContext? context) => context?.GetJobParameter<int>("RetryCount") >= Retries;
}
