using System.Reflection;
using System.Text.Json;

namespace LlmRec.Workbench.Releases;

/// <summary>Writes a snapshot into an empty folder: data files first, then the manifest, then the checksums.</summary>
internal sealed class ReleaseWriter(string folder, ReleaseSnapshot snapshot, IProgress<ReleaseProgress>? progress)
{
    private static readonly string ToolVersion = typeof(ReleaseWriter).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    private int _done;

    /// <summary>The rows of every part that has any.</summary>
    public async Task<IReadOnlyList<ReleaseFile>> WriteRowsAsync(CancellationToken cancellationToken) =>
    [
        .. await WriteAsync(ReleaseParts.Pairs, snapshot.ReadPairsAsync(cancellationToken), cancellationToken),
        .. await WriteAsync(ReleaseParts.Titles, snapshot.Titles.ReadAsync(cancellationToken), cancellationToken),
    ];

    /// <summary>Returns the manifest and the SHA-256 of its file.</summary>
    public async Task<(ReleaseManifest Manifest, string Hash)> WriteManifestAsync(
        Release release, int? previous, IReadOnlyList<ReleaseFile> files, VectorUse? vectors, CancellationToken cancellationToken)
    {
        var manifest = Describe(release, previous, files) with { Vectors = vectors };
        var json = JsonSerializer.Serialize(manifest, ReleaseJson.Indented) + "\n";
        ReleaseFolders.WriteAside(Path.Combine(folder, ReleaseNames.Manifest), json);
        var hash = await ReleaseFolders.HashAsync(Path.Combine(folder, ReleaseNames.Manifest), cancellationToken);
        ReleaseFolders.WriteAside(Path.Combine(folder, ReleaseNames.Checksums), Checksums(files.Select(f => (f.Name, f.Sha256)).Append((ReleaseNames.Manifest, hash))));
        foreach (var file in Directory.EnumerateFiles(folder))
        {
            File.SetAttributes(file, FileAttributes.ReadOnly);
        }

        return (manifest, hash);
    }

    /// <summary>What <c>sha256sum -c</c> reads.</summary>
    public static string Checksums(IEnumerable<(string Name, string Hash)> files) =>
        string.Concat(files.OrderBy(file => file.Name, StringComparer.Ordinal).Select(file => $"{file.Hash}  {file.Name}\n"));

    private async Task<IReadOnlyList<ReleaseFile>> WriteAsync<TRow>(
        ReleasePart<TRow> part, IAsyncEnumerable<IReadOnlyList<TRow>> groups, CancellationToken cancellationToken)
    {
        using var files = new RowFiles<TRow>(folder, part);
        await foreach (var group in groups.WithCancellation(cancellationToken))
        {
            await files.WriteAsync(group, cancellationToken);
            progress?.Report(new ReleaseProgress(++_done, snapshot.SourceCount + snapshot.Titles.ItemCount));
        }

        return await files.CompleteAsync(cancellationToken);
    }

    private ReleaseManifest Describe(Release release, int? previous, IReadOnlyList<ReleaseFile> files) => new()
    {
        Release = release.Number,
        Name = ReleaseNames.Folder(release.Number),
        ToolVersion = ToolVersion,
        CreatedAt = release.CreatedAt,
        CreatedBy = release.CreatedBy,
        Note = release.Note,
        Previous = previous,
        Counts = snapshot.Tally.Counts,
        LeftOut = snapshot.Tally.LeftOut,
        Prompts = snapshot.Tally.Prompts,
        Models = snapshot.Tally.Models,
        Runs = snapshot.Tally.Runs(snapshot.Runs),
        Files = files,
    };
}
