using System.Runtime.CompilerServices;
using LlmRec.Workbench.Security;
using LlmRec.Workbench.Storage;
using Microsoft.EntityFrameworkCore;

namespace LlmRec.Workbench.Releases;

/// <summary>Creates, lists, compares and hands out releases.</summary>
public sealed class ReleaseService(IDbContextFactory<WorkbenchDbContext> contexts, ReleaseFolders folders, ReleasePublisher publisher)
{
    /// <summary>All releases, newest first; with those that are being written and those that were abandoned.</summary>
    public async Task<IReadOnlyList<ReleaseSummary>> ListAsync(CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var releases = await db.Releases.AsNoTracking().OrderByDescending(r => r.Number).ToListAsync(cancellationToken);
        return releases.ConvertAll(Summarise);
    }

    /// <summary>The newest published release; null if there is none.</summary>
    public async Task<ReleaseSummary?> GetLatestAsync(CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var latest = await db.Releases.AsNoTracking().Where(r => r.Status == ReleaseStatus.Published)
            .OrderByDescending(r => r.Number).FirstOrDefaultAsync(cancellationToken);
        return latest is null ? null : Summarise(latest);
    }

    /// <summary>The number that <c>3</c>, <c>v000003</c> or <c>latest</c> means; null if it means none.</summary>
    public async Task<int?> ResolveAsync(string reference, CancellationToken cancellationToken = default) =>
        reference == ReleaseNames.Latest ? (await GetLatestAsync(cancellationToken))?.Number : ReleaseNames.Number(reference);

    /// <summary>What a release would hold if it were created now.</summary>
    public async Task<ReleasePreview> PreviewAsync(CancellationToken cancellationToken = default)
    {
        var latest = await GetLatestAsync(cancellationToken);
        var before = latest is null
            ? AsyncEnumerable.Empty<IReadOnlyList<ReleasePair>>()
            : ReleaseFiles.ReadAsync(await PairsFileAsync(latest.Number, cancellationToken), cancellationToken);
        await using var snapshot = await ReleaseSnapshot.OpenAsync(contexts, cancellationToken);
        var comparison = new ReleaseComparison();
        await foreach (var _ in comparison.CompareAsync(before, snapshot.ReadAsync(cancellationToken), cancellationToken))
        {
            cancellationToken.ThrowIfCancellationRequested();
        }

        var changes = comparison.Counts;
        return new ReleasePreview(snapshot.Tally.Counts, snapshot.Tally.LeftOut, latest?.Number, changes.Added, changes.Removed, changes.Changed);
    }

    /// <summary>Publishes the approved pairs as the next release.</summary>
    public Task<ReleaseSummary> CreateAsync(Caller caller, string note, CancellationToken cancellationToken = default) =>
        CreateAsync(caller, note, null, cancellationToken);

    /// <inheritdoc cref="CreateAsync(Caller, string, CancellationToken)"/>
    public async Task<ReleaseSummary> CreateAsync(Caller caller, string note, IProgress<ReleaseProgress>? progress, CancellationToken cancellationToken)
    {
        caller.Demand(Policies.Release);
        return Summarise(await publisher.PublishAsync(caller.Name, note.Trim(), progress, cancellationToken));
    }

    /// <summary>The manifest of a published release; null if there is no such release.</summary>
    public async Task<ReleaseManifest?> GetManifestAsync(int number, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var hash = await db.Releases.Where(r => r.Number == number && r.Status == ReleaseStatus.Published)
            .Select(r => r.ManifestHash).FirstOrDefaultAsync(cancellationToken);
        return hash is null ? null : await folders.ReadManifestAsync(number, hash, cancellationToken);
    }

    /// <summary>Opens a file of a published release; null unless its manifest names it.</summary>
    public async Task<Stream?> OpenFileAsync(int number, string fileName, CancellationToken cancellationToken = default)
    {
        var manifest = await GetManifestAsync(number, cancellationToken);
        var known = manifest?.Files.Select(file => file.Name).Append(ReleaseNames.Manifest).Append(ReleaseNames.Checksums);
        return known?.Contains(fileName, StringComparer.Ordinal) != true ? null
            : new FileStream(Path.Combine(folders.PathOf(number), fileName), FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, useAsync: true);
    }

    /// <summary>Copies a release's files of <paramref name="formats"/>, its manifest and checksums of what was copied into a folder; returns the names written.</summary>
    public async Task<IReadOnlyList<string>> ExportAsync(
        int number, string outFolder, IReadOnlyCollection<string> formats, CancellationToken cancellationToken = default)
    {
        PairFormats.Check(formats);
        var manifest = await DemandManifestAsync(number, cancellationToken);
        if (File.Exists(outFolder))
        {
            throw new ReleaseException($"{outFolder} is a file. Name a folder to export into; it is created if it is missing.");
        }

        Directory.CreateDirectory(outFolder);
        var hash = await ReleaseFolders.HashAsync(Path.Combine(folders.PathOf(number), ReleaseNames.Manifest), cancellationToken);
        List<(string Name, string Hash)> files = [.. manifest.Files.Where(f => formats.Contains(f.Format)).Select(f => (f.Name, f.Sha256)), (ReleaseNames.Manifest, hash)];
        await ReleaseFiles.CopyAsync(folders.PathOf(number), outFolder, files, cancellationToken);
        ReleaseFolders.WriteAside(Path.Combine(outFolder, ReleaseNames.Checksums), ReleaseWriter.Checksums(files));
        return [.. files.Select(file => file.Name), ReleaseNames.Checksums];
    }

    /// <summary>Compares two releases from their files; the result holds at most <paramref name="take"/> changes.</summary>
    public async Task<ReleaseDiff> DiffAsync(int from, int to, int take = 200, CancellationToken cancellationToken = default)
    {
        var comparison = new ReleaseComparison();
        var first = new List<PairChange>();
        await foreach (var change in CompareAsync(comparison, from, to, cancellationToken))
        {
            if (first.Count < take)
            {
                first.Add(change);
            }
        }

        return new ReleaseDiff(from, to, comparison.Counts, first);
    }

    /// <summary>All changes between two releases, one by one.</summary>
    public IAsyncEnumerable<PairChange> ReadChangesAsync(int from, int to, CancellationToken cancellationToken = default) =>
        CompareAsync(new ReleaseComparison(), from, to, cancellationToken);

    /// <summary>The first pairs of a release.</summary>
    public async Task<IReadOnlyList<ReleasePair>> GetFirstPairsAsync(int number, int take, CancellationToken cancellationToken = default)
    {
        var groups = ReleaseFiles.ReadAsync(await PairsFileAsync(number, cancellationToken), cancellationToken);
        return await groups.SelectMany(source => source).Take(take).ToListAsync(cancellationToken);
    }

    private async IAsyncEnumerable<PairChange> CompareAsync(
        ReleaseComparison comparison, int from, int to, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var before = ReleaseFiles.ReadAsync(await PairsFileAsync(from, cancellationToken), cancellationToken);
        var after = ReleaseFiles.ReadAsync(await PairsFileAsync(to, cancellationToken), cancellationToken);
        await foreach (var change in comparison.CompareAsync(before, after, cancellationToken))
        {
            yield return change;
        }
    }

    private async Task<string> PairsFileAsync(int number, CancellationToken cancellationToken)
    {
        await DemandManifestAsync(number, cancellationToken);
        return Path.Combine(folders.PathOf(number), ReleaseNames.JsonLines);
    }

    private async Task<ReleaseManifest> DemandManifestAsync(int number, CancellationToken cancellationToken) =>
        await GetManifestAsync(number, cancellationToken)
        ?? throw new ReleaseException($"There is no published release {number}. 'release list' shows those that exist.");

    private static ReleaseSummary Summarise(Release release) => new(
        release.Number, release.Status, release.Note, release.PairCount, release.ManifestHash, release.CreatedBy, release.CreatedAt);
}
