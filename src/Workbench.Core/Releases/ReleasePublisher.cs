using LlmRec.Workbench.Embeddings;
using LlmRec.Workbench.Storage;
using Microsoft.EntityFrameworkCore;

namespace LlmRec.Workbench.Releases;

/// <summary>
/// Publishes a release in steps that a killed process can stop anywhere: a row takes the number, the files are written aside, one rename publishes them, the row
/// and <c>latest</c> follow. <see cref="ReleaseRecovery"/> finishes or clears away what was stopped.
/// </summary>
public sealed class ReleasePublisher(IDbContextFactory<WorkbenchDbContext> contexts, ReleaseFolders folders, ReleaseVectors vectors, TimeProvider time)
{
    /// <summary>Writes and publishes the next release.</summary>
    internal async Task<Release> PublishAsync(string by, ReleaseRequest request, IProgress<ReleaseProgress>? progress, CancellationToken cancellationToken)
    {
        using var held = folders.TryLock() ?? throw new ReleaseException("Another release is being written now. Wait until it is published, then create the next one.");
        var set = request.VectorSet is { } number ? await vectors.DemandAsync(number, cancellationToken) : null;
        await using var snapshot = await ReleaseSnapshot.OpenAsync(contexts, cancellationToken);
        if (snapshot.SourceCount + snapshot.Titles.ItemCount == 0)
        {
            throw new ReleaseException(
                "No pair or title is approved yet, so a release would be empty. Approve some on the Review pages or with 'review accept', then create the release.");
        }

        var (release, previous) = await TakeNumberAsync(by, request, cancellationToken);
        try
        {
            var temp = folders.TempOf(release.Number);
            ReleaseFolders.DeleteIfThere(temp);
            Directory.CreateDirectory(temp);
            var (manifest, hash) = await WriteAsync(new ReleaseWriter(temp, snapshot, progress), release, previous, (set, temp), cancellationToken);
            Directory.Move(temp, folders.PathOf(release.Number));
            await MarkPublishedAsync(release, manifest, hash);
            return release;
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
        release.TitleCount = manifest.Counts.Titles;
        release.VectorSetNumber = manifest.Vectors?.Set;
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

    private async Task<(ReleaseManifest Manifest, string Hash)> WriteAsync(
        ReleaseWriter writer, Release release, int? previous, (VectorSet? Set, string Folder) copied, CancellationToken cancellationToken)
    {
        var files = await writer.WriteRowsAsync(cancellationToken);
        var (use, vectorFiles) = copied.Set is null ? (null, []) : await vectors.CopyAsync(copied.Set, copied.Folder, cancellationToken);
        return await writer.WriteManifestAsync(release, previous, [.. files, .. vectorFiles], use, cancellationToken);
    }

    private async Task<(Release Release, int? Previous)> TakeNumberAsync(string by, ReleaseRequest request, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var highest = await db.Releases.MaxAsync(r => (int?)r.Number, cancellationToken) ?? 0;
        var previous = await db.Releases.Where(r => r.Status == ReleaseStatus.Published).MaxAsync(r => (int?)r.Number, cancellationToken);
        var release = new Release
        {
            Number = Math.Max(highest, folders.HighestNumber()) + 1,
            Status = ReleaseStatus.Writing,
            Note = request.Note.Trim(),
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
