using Hangfire;
using LlmRec.Workbench.Runs;

namespace LlmRec.Workbench.Web.Jobs;

internal sealed class HangfireShardQueue(IBackgroundJobClient jobs) : IShardQueue
{
    public void Enqueue(int runId, int shard, TimeSpan delay = default)
    {
        if (delay > TimeSpan.Zero)
        {
            jobs.Schedule<ShardJob>(job => job.ExecuteAsync(runId, shard, null, CancellationToken.None), delay);
        }
        else
        {
            jobs.Enqueue<ShardJob>(job => job.ExecuteAsync(runId, shard, null, CancellationToken.None));
        }
    }
}
