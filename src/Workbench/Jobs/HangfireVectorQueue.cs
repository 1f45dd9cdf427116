using Hangfire;
using LlmRec.Workbench.Embeddings;

namespace LlmRec.Workbench.Web.Jobs;

internal sealed class HangfireVectorQueue(IBackgroundJobClient jobs) : IVectorQueue
{
    public void Enqueue(int number) => jobs.Enqueue<VectorJob>(job => job.ExecuteAsync(number, CancellationToken.None));
}
