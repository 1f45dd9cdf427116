using LlmRec.Workbench.Storage;
using Microsoft.EntityFrameworkCore;

namespace LlmRec.Workbench.Runs;

/// <summary>Pauses runs whose work could not go on, so that a person sees the reason and can resume them.</summary>
public sealed class StalledRuns(IDbContextFactory<WorkbenchDbContext> contexts)
{
    /// <summary>Pauses a running run with the reason; one that no longer runs stays as it is.</summary>
    public async Task PauseAsync(int runId, string reason)
    {
        await using var db = await contexts.CreateDbContextAsync();
        await db.PauseRunAsync(runId, reason);
    }
}
