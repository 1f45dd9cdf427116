using LlmRec.Workbench.Storage;
using Microsoft.EntityFrameworkCore;

namespace LlmRec.Workbench.Runs;

/// <summary>How a run pauses by itself.</summary>
internal static class RunPausing
{
    /// <summary>Pauses a running run with the reason why; one that no longer runs stays as it is.</summary>
    public static Task PauseRunAsync(this WorkbenchDbContext db, int runId, string reason, CancellationToken cancellationToken = default) =>
        db.Runs.Where(r => r.Id == runId && r.Status == RunStatus.Running).ExecuteUpdateAsync(
            set => set.SetProperty(r => r.Status, RunStatus.Paused).SetProperty(r => r.StatusReason, reason), cancellationToken);
}
