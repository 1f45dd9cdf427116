using Hangfire;
using LlmRec.Workbench.Embeddings;

namespace LlmRec.Workbench.Web.Jobs;

/// <summary>The Hangfire job: one vector set. Public, because Hangfire creates it by name.</summary>
public sealed class VectorJob(VectorBuilder builder)
{
    [AutomaticRetry(Attempts = 0)]
    public Task ExecuteAsync(int number, CancellationToken cancellationToken) => builder.ExecuteAsync(number, cancellationToken);
}
