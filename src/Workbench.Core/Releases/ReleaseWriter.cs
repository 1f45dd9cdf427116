using System.Reflection;
using System.Text.Json;

namespace LlmRec.Workbench.Releases;

/// <summary>Writes a snapshot into an empty folder: data files first, then the manifest, then the checksums.</summary>
internal static class ReleaseWriter
{
    private static readonly string ToolVersion = typeof(ReleaseWriter).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    /// <summary>Returns the manifest and the SHA-256 of its file.</summary>
    public static async Task<(ReleaseManifest Manifest, string Hash)> WriteAsync(
        string folder, Release release, int? previous, ReleaseSnapshot snapshot, IProgress<ReleaseProgress>? progress, CancellationToken cancellationToken)
    {
        var files = await WriteDataAsync(folder, snapshot, progress, cancellationToken);
        var tally = snapshot.Tally;
        var manifest = new ReleaseManifest
        {
            Release = release.Number,
            Name = ReleaseNames.Folder(release.Number),
            ToolVersion = ToolVersion,
            CreatedAt = release.CreatedAt,
            CreatedBy = release.CreatedBy,
            Note = release.Note,
            Previous = previous,
            Counts = tally.Counts,
            LeftOut = tally.LeftOut,
            Prompts = tally.Prompts,
            Models = tally.Models,
            Runs = tally.Runs(snapshot.Runs),
            Files = files,
        };
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

    private static async Task<IReadOnlyList<ReleaseFile>> WriteDataAsync(
        string folder, ReleaseSnapshot snapshot, IProgress<ReleaseProgress>? progress, CancellationToken cancellationToken)
    {
        var outputs = PairFormats.All.Select(format => (Format: format, File: new HashedFile(Path.Combine(folder, format.FileName)))).ToList();
        try
        {
            outputs.ForEach(output => output.Format.WriteHeader(output.File.Output));
            var done = 0;
            await foreach (var source in snapshot.ReadAsync(cancellationToken))
            {
                foreach (var (format, file) in outputs)
                {
                    foreach (var pair in source)
                    {
                        format.WritePair(file.Output, pair);
                    }

                    await file.FlushIfFullAsync(cancellationToken);
                }

                progress?.Report(new ReleaseProgress(++done, snapshot.SourceCount));
            }

            var written = new List<ReleaseFile>();
            foreach (var (format, file) in outputs)
            {
                var hash = await file.CompleteAsync(cancellationToken);
                written.Add(new ReleaseFile(format.FileName, format.Name, snapshot.Tally.Counts.Pairs, file.Size, hash));
            }

            return written;
        }
        finally
        {
            outputs.ForEach(output => output.File.Dispose());
        }
    }
}
