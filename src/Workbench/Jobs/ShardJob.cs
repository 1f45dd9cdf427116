using Hangfire;
using LlmRec.Workbench.Runs;

namespace LlmRec.Workbench.Web.Jobs;

/// <summary>The Hangfire job: one shard of one run. Public, because Hangfire creates it by name.</summary>
public sealed class ShardJob(ShardExecutor executor, IShardQueue queue)
{
    [AutomaticRetry(Attempts = 5, DelaysInSeconds = [2, 5, 15, 60, 300])]
    public async Task ExecuteAsync(int runId, int shard, CancellationToken cancellationToken)
    {
        if (await executor.ExecuteAsync(runId, shard, cancellationToken) is { } retryAfter)
        {
            queue.Enqueue(runId, shard, retryAfter);
        }
    }
}
