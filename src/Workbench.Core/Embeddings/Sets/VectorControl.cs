using LlmRec.Workbench.Security;

namespace LlmRec.Workbench.Embeddings;

/// <summary>Orders vector sets from the host's workers.</summary>
public sealed class VectorControl(VectorSets sets, VectorRecovery recovery, IVectorQueue queue)
{
    /// <summary>Stores the order and queues it; throws <see cref="EmbeddingException"/> if the set cannot be made.</summary>
    public async Task<VectorSet> StartAsync(Caller caller, VectorRequest request, CancellationToken cancellationToken = default)
    {
        var set = await sets.CreateAsync(caller, request, cancellationToken);
        queue.Enqueue(set.Number);
        return set;
    }

    /// <summary>Clears away what a killed process left and queues what still waits. Call once at start.</summary>
    public async Task RecoverAsync(CancellationToken cancellationToken = default)
    {
        foreach (var number in await recovery.RecoverAsync(cancellationToken))
        {
            queue.Enqueue(number);
        }
    }
}
