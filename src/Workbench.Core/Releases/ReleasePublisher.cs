using LlmRec.Workbench.Storage;
using Microsoft.EntityFrameworkCore;

namespace LlmRec.Workbench.Releases;

/// <summary>
/// Publishes a release in steps that a killed process can stop anywhere: a row takes the number, the files are written aside, one rename publishes them, the row
/// and <c>latest</c> follow. <see cref="ReleaseRecovery"/> finishes or clears away what was stopped.
/// </summary>
public sealed class ReleasePublisher(IDbContextFactory<WorkbenchDbContext> contexts, ReleaseFolders folders, TimeProvider time)
{
    /// <summary>Writes and publishes the next release.</summary>
    internal async Task<Release> PublishAsync(string by, string note, IProgress<ReleaseProgress>? progress, CancellationToken cancellationToken)
    {
        using var held = folders.TryLock() ?? throw new ReleaseException("Another release is being written now. Wait until it is published, then create the next one.");
        await using var snapshot = await ReleaseSnapshot.OpenAsync(contexts, cancellationToken);
        if (snapshot.SourceCount == 0)
        {
            throw new ReleaseException("No pair is approved yet, so a release would be empty. Approve pairs on the Review page or with 'review accept', then create the release.");
        }

        var (release, previous) = await TakeNumberAsync(by, note, cancellationToken);
        try
        {
            return await WriteAsync(release, previous, snapshot, progress, cancellationToken);
        }
        catch
        {
            if (!Directory.Exists(folders.PathOf(release.Number)))
            {
                await MarkAbandonedAsync(release);
            }

            throw;
        }
    }

    /// <summary>Records that a release's files are in place.</summary>
    internal async Task MarkPublishedAsync(Release release, ReleaseManifest manifest, string hash)
    {
        release.Status = ReleaseStatus.Published;
        release.PairCount = manifest.Counts.Pairs;
        release.ManifestHash = hash;
        await SaveAsync(release);
        folders.WriteLatest(release.Number);
    }

    /// <summary>Records that nothing was published under this number.</summary>
    internal async Task MarkAbandonedAsync(Release release)
    {
        ReleaseFolders.DeleteIfThere(folders.TempOf(release.Number));
        release.Status = ReleaseStatus.Abandoned;
        await SaveAsync(release);
    }

    private async Task<Release> WriteAsync(
        Release release, int? previous, ReleaseSnapshot snapshot, IProgress<ReleaseProgress>? progress, CancellationToken cancellationToken)
    {
        var temp = folders.TempOf(release.Number);
        ReleaseFolders.DeleteIfThere(temp);
        Directory.CreateDirectory(temp);
        var (manifest, hash) = await ReleaseWriter.WriteAsync(temp, release, previous, snapshot, progress, cancellationToken);
        Directory.Move(temp, folders.PathOf(release.Number));
        await MarkPublishedAsync(release, manifest, hash);
        return release;
    }

    private async Task<(Release Release, int? Previous)> TakeNumberAsync(string by, string note, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var highest = await db.Releases.MaxAsync(r => (int?)r.Number, cancellationToken) ?? 0;
        var previous = await db.Releases.Where(r => r.Status == ReleaseStatus.Published).MaxAsync(r => (int?)r.Number, cancellationToken);
        var release = new Release
        {
            Number = Math.Max(highest, folders.HighestNumber()) + 1,
            Status = ReleaseStatus.Writing,
            Note = note,
            CreatedBy = by,
            CreatedAt = time.GetUtcNow(),
        };
        db.Add(release);
        await db.SaveChangesAsync(cancellationToken);
        return (release, previous);
    }

    // Not cancellable: the files are already in place or already gone, the row must say so.
    private async Task SaveAsync(Release release)
    {
        await using var db = await contexts.CreateDbContextAsync(CancellationToken.None);
        db.Update(release);
        await db.SaveChangesAsync(CancellationToken.None);
    }
}
