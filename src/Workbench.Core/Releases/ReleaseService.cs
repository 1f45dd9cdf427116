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
        var before = latest is null ? null : await DemandManifestAsync(latest.Number, cancellationToken);
        await using var snapshot = await ReleaseSnapshot.OpenAsync(contexts, cancellationToken);
        var pairs = await ReleaseRows.CompareAsync(
            ReleaseParts.Pairs, Rows(before, ReleaseParts.Pairs, cancellationToken), snapshot.ReadPairsAsync(cancellationToken), 0, cancellationToken);
        var titles = await ReleaseRows.CompareAsync(
            ReleaseParts.Titles, Rows(before, ReleaseParts.Titles, cancellationToken), snapshot.Titles.ReadAsync(cancellationToken), 0, cancellationToken);
        return new ReleasePreview(snapshot.Tally.Counts, snapshot.Tally.LeftOut, latest?.Number, pairs.Counts, titles.Counts);
    }

    /// <summary>Publishes the approved pairs and titles as the next release.</summary>
    public Task<ReleaseSummary> CreateAsync(Caller caller, string note, CancellationToken cancellationToken = default) =>
        CreateAsync(caller, new ReleaseRequest(note), null, cancellationToken);

    /// <inheritdoc cref="CreateAsync(Caller, string, CancellationToken)"/>
    public async Task<ReleaseSummary> CreateAsync(
        Caller caller, ReleaseRequest request, IProgress<ReleaseProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        caller.Demand(Policies.Release);
        return Summarise(await publisher.PublishAsync(caller.Name, request, progress, cancellationToken));
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
        ReleaseFormats.Check(formats);
        var manifest = await DemandManifestAsync(number, cancellationToken);
        if (File.Exists(outFolder))
        {
            throw new ReleaseException($"{outFolder} is a file. Name a folder to export into; it is created if it is missing.");
        }

        Directory.CreateDirectory(outFolder);
        var hash = await ReleaseFolders.HashAsync(Path.Combine(folders.PathOf(number), ReleaseNames.Manifest), cancellationToken);
        List<(string Name, string Hash)> files = [.. manifest.Files.Where(f => IsWanted(f, formats)).Select(f => (f.Name, f.Sha256)), (ReleaseNames.Manifest, hash)];
        await ReleaseFiles.CopyAsync(folders.PathOf(number), outFolder, files, cancellationToken);
        ReleaseFolders.WriteAside(Path.Combine(outFolder, ReleaseNames.Checksums), ReleaseWriter.Checksums(files));
        return [.. files.Select(file => file.Name), ReleaseNames.Checksums];
    }

    /// <summary>Compares two releases from their files; the result holds at most <paramref name="take"/> changes of each part.</summary>
    public async Task<ReleaseDiff> DiffAsync(int from, int to, int take = 200, CancellationToken cancellationToken = default)
    {
        var (before, after) = (await DemandManifestAsync(from, cancellationToken), await DemandManifestAsync(to, cancellationToken));
        return new ReleaseDiff(
            from, to, await DiffAsync(ReleaseParts.Pairs, before, after, take, cancellationToken), await DiffAsync(ReleaseParts.Titles, before, after, take, cancellationToken));
    }

    /// <summary>All changes of pairs between two releases, one by one.</summary>
    public IAsyncEnumerable<RowChange<ReleasePair>> ReadPairChangesAsync(int from, int to, CancellationToken cancellationToken = default) =>
        ReadChangesAsync(ReleaseParts.Pairs, from, to, cancellationToken);

    /// <summary>All changes of titles between two releases, one by one.</summary>
    public IAsyncEnumerable<RowChange<ReleaseTitle>> ReadTitleChangesAsync(int from, int to, CancellationToken cancellationToken = default) =>
        ReadChangesAsync(ReleaseParts.Titles, from, to, cancellationToken);

    /// <summary>The first pairs of a release.</summary>
    public Task<IReadOnlyList<ReleasePair>> GetFirstPairsAsync(int number, int take, CancellationToken cancellationToken = default) =>
        GetFirstAsync(ReleaseParts.Pairs, number, take, cancellationToken);

    /// <summary>The first titles of a release.</summary>
    public Task<IReadOnlyList<ReleaseTitle>> GetFirstTitlesAsync(int number, int take, CancellationToken cancellationToken = default) =>
        GetFirstAsync(ReleaseParts.Titles, number, take, cancellationToken);

    private async Task<IReadOnlyList<TRow>> GetFirstAsync<TRow>(ReleasePart<TRow> part, int number, int take, CancellationToken cancellationToken)
    {
        var groups = Rows(await DemandManifestAsync(number, cancellationToken), part, cancellationToken);
        return await groups.SelectMany(group => group).Take(take).ToListAsync(cancellationToken);
    }

    private Task<PartDiff<TRow>> DiffAsync<TRow>(
        ReleasePart<TRow> part, ReleaseManifest before, ReleaseManifest after, int take, CancellationToken cancellationToken) where TRow : class =>
        ReleaseRows.CompareAsync(part, Rows(before, part, cancellationToken), Rows(after, part, cancellationToken), take, cancellationToken);

    private async IAsyncEnumerable<RowChange<TRow>> ReadChangesAsync<TRow>(
        ReleasePart<TRow> part, int from, int to, [EnumeratorCancellation] CancellationToken cancellationToken) where TRow : class
    {
        var before = Rows(await DemandManifestAsync(from, cancellationToken), part, cancellationToken);
        var after = Rows(await DemandManifestAsync(to, cancellationToken), part, cancellationToken);
        await foreach (var change in new RowComparison<TRow>(part).CompareAsync(before, after, cancellationToken))
        {
            yield return change;
        }
    }

    private IAsyncEnumerable<IReadOnlyList<TRow>> Rows<TRow>(ReleaseManifest? manifest, ReleasePart<TRow> part, CancellationToken cancellationToken) =>
        manifest is null ? AsyncEnumerable.Empty<IReadOnlyList<TRow>>() : ReleaseRows.ReadAsync(folders, manifest, part, cancellationToken);

    private async Task<ReleaseManifest> DemandManifestAsync(int number, CancellationToken cancellationToken) =>
        await GetManifestAsync(number, cancellationToken)
        ?? throw new ReleaseException($"There is no published release {number}. 'release list' shows those that exist.");

    // What belongs to vectors for NumPy comes with them: IDs, transform and report.
    private static bool IsWanted(ReleaseFile file, IReadOnlyCollection<string> formats) =>
        formats.Contains(file.Part == ReleaseParts.VectorsName && file.Format != ReleaseFormats.Parquet ? ReleaseFormats.Npy : file.Format);

    private static ReleaseSummary Summarise(Release release) => new(
        release.Number, release.Status, release.Note, release.PairCount, release.TitleCount, release.ManifestHash, release.CreatedBy, release.CreatedAt);
}
