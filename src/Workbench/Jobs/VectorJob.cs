using Hangfire;
using LlmRec.Workbench.Embeddings;

namespace LlmRec.Workbench.Web.Jobs;

/// <summary>The Hangfire job: one vector set. Public, because Hangfire creates it by name. The builder is asked for late, so that one that cannot be made is a reason too.</summary>
public sealed class VectorJob(IServiceProvider services, VectorStore store, ILogger<VectorJob> logger)
{
    [AutomaticRetry(Attempts = 5, DelaysInSeconds = [2, 5, 15, 60, 300])]
    public async Task ExecuteAsync(int number, CancellationToken cancellationToken)
    {
        try
        {
            await services.GetRequiredService<VectorBuilder>().ExecuteAsync(number, cancellationToken);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            logger.LogWarning(error, "The work on vector set {Number} could not begin.", number);
            await store.FailWaitingAsync(number, error.Message);
        }
    }
}
