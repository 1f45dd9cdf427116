using LlmRec.Workbench.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace LlmRec.Workbench.Releases;

/// <summary>Ends releases that a killed process left in the middle of writing.</summary>
public sealed class ReleaseRecovery(
    IDbContextFactory<WorkbenchDbContext> contexts, ReleaseFolders folders, ReleasePublisher publisher, ILogger<ReleaseRecovery> logger)
{
    /// <summary>Publishes what is complete and abandons the rest; call it once at start, after the database is set up.</summary>
    public async Task RecoverAsync(CancellationToken cancellationToken = default)
    {
        var unfinished = await ReadUnfinishedAsync(cancellationToken);
        if (unfinished.Count == 0)
        {
            return;
        }

        using var held = folders.TryLock();
        if (held is null)
        {
            logger.LogInformation("Another process is writing a release; its release is left to it.");
            return;
        }

        // Read again: the process that held the lock may have finished meanwhile.
        foreach (var release in await ReadUnfinishedAsync(cancellationToken))
        {
            await RecoverAsync(release, cancellationToken);
        }
    }

    private async Task RecoverAsync(Release release, CancellationToken cancellationToken)
    {
        if (await folders.ReadIfCompleteAsync(release.Number, cancellationToken) is var (manifest, hash))
        {
            await publisher.MarkPublishedAsync(release, manifest, hash);
            logger.LogInformation("Release {Release} was complete when its process ended; it is published.", ReleaseNames.Folder(release.Number));
            return;
        }

        await publisher.MarkAbandonedAsync(release);
        logger.LogWarning("Release {Release} was not complete when its process ended; it is abandoned. Create the release again.", ReleaseNames.Folder(release.Number));
    }

    private async Task<List<Release>> ReadUnfinishedAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Releases.AsNoTracking().Where(r => r.Status == ReleaseStatus.Writing).OrderBy(r => r.Number).ToListAsync(cancellationToken);
    }
}
