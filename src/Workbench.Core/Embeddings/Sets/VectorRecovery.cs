using Microsoft.Extensions.Logging;

namespace LlmRec.Workbench.Embeddings;

/// <summary>Ends vector sets that a killed process left half-written.</summary>
public sealed class VectorRecovery(VectorStore store, VectorFolders folders, ILogger<VectorRecovery> logger)
{
    /// <summary>Marks them abandoned, clears their files away and returns the numbers of those that still wait for their turn. Call it once at start.</summary>
    public async Task<IReadOnlyList<int>> RecoverAsync(CancellationToken cancellationToken = default)
    {
        var unfinished = await store.ReadUnfinishedAsync(cancellationToken);
        foreach (var set in unfinished.Where(set => set.Status == VectorSetStatus.Running))
        {
            await AbandonAsync(set);
        }

        return [.. unfinished.Where(set => set.Status == VectorSetStatus.Waiting).Select(set => set.Number)];
    }

    private async Task AbandonAsync(VectorSet set)
    {
        using var held = folders.TryLock(set.Number);
        if (held is null)
        {
            logger.LogInformation("Another process is making vector set {Number}; it is left to it.", set.Number);
            return;
        }

        folders.DeleteTemp(set.Number);
        await store.ChangeAsync(set.Number, VectorSetStatus.Running, row => row.Status = VectorSetStatus.Abandoned);
        logger.LogWarning("Vector set {Number} was not complete when its process ended; it is abandoned. Create it again.", set.Number);
    }
}
