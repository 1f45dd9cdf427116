using LlmRec.Workbench.Embeddings;

namespace LlmRec.Workbench.Releases;

/// <summary>Takes a finished set of title vectors into a release, transform included, so that new titles can be projected from the release alone.</summary>
public sealed class ReleaseVectors(VectorSets sets, ReleaseFolders folders)
{
    private const string Transform = "whitening.npz";
    private const string Report = "vectors.report.json";

    private static readonly Dictionary<string, string> Names = new()
    {
        [VectorNames.Vectors] = "vectors.npy",
        [VectorNames.Parquet] = "vectors.parquet",
        [VectorNames.Ids] = "vectors.ids.jsonl",
        [VectorNames.Whitening] = Transform,
        [VectorNames.Report] = Report,
    };

    /// <summary>The sets that a release can take, newest first.</summary>
    public async Task<IReadOnlyList<VectorSet>> ListAsync(CancellationToken cancellationToken = default) =>
        [.. (await sets.ListAsync(cancellationToken)).Where(set => set.Status == VectorSetStatus.Finished)];

    /// <summary>The space of a release's vectors, from its files alone; throws <see cref="ReleaseException"/> if it took none or they are damaged.</summary>
    public async Task<VectorSpace> GetSpaceAsync(ReleaseManifest manifest, CancellationToken cancellationToken = default)
    {
        var folder = folders.PathOf(manifest.Release);
        foreach (var file in manifest.Files.Where(file => file.Name is Transform or Report))
        {
            if (await ReleaseFolders.HashAsync(Path.Combine(folder, file.Name), cancellationToken) != file.Sha256)
            {
                throw new ReleaseException($"{Path.Combine(folder, file.Name)} is damaged: its checksum is not the one in the manifest. Restore the folder from a backup.");
            }
        }

        var use = manifest.Vectors ?? throw new ReleaseException($"Release {manifest.Name} took no vectors with it. Create one with 'release create --vectors N'.");
        return new VectorSpace($"release {manifest.Name}", use.Generator, use.Model, use.InputDimensions, use.Whitened ? Path.Combine(folder, Transform) : null);
    }

    /// <summary>Throws <see cref="ReleaseException"/> unless the set can be taken.</summary>
    internal async Task<VectorSet> DemandAsync(int number, CancellationToken cancellationToken)
    {
        try
        {
            return await sets.DemandFinishedAsync(number, cancellationToken);
        }
        catch (EmbeddingException error)
        {
            throw new ReleaseException(error.Message);
        }
    }

    /// <summary>Copies the set's files under the names that they have in a release.</summary>
    internal async Task<(VectorUse Use, IReadOnlyList<ReleaseFile> Files)> CopyAsync(VectorSet set, string folder, CancellationToken cancellationToken)
    {
        var report = VectorJson.Read(set.Report) ?? throw new ReleaseException($"Vector set {set.Number} has no report. Create it again.");
        var files = new List<ReleaseFile>();
        foreach (var (name, released) in Names)
        {
            if (await sets.FindFileAsync(set.Number, name, cancellationToken) is { } path)
            {
                var hash = report.Files.FirstOrDefault(file => file.Name == name)?.Sha256;
                files.Add(await CopyAsync(path, folder, released, hash, RowsOf(name, report), cancellationToken));
            }
        }

        var use = new VectorUse(set.Number, report.Text, report.Generator, report.Model, report.Rows, report.InputDimensions, report.Dimensions, report.Whitening is not null);
        return (use, files);
    }

    private static async Task<ReleaseFile> CopyAsync(string from, string folder, string name, string? expected, int rows, CancellationToken cancellationToken)
    {
        var path = Path.Combine(folder, name);
        await using (var source = File.OpenRead(from))
        await using (var target = new FileStream(path, FileMode.CreateNew))
        {
            await source.CopyToAsync(target, cancellationToken);
        }

        var (size, hash) = await HashedFile.SettleAsync(path, cancellationToken);
        return expected is null || expected == hash
            ? new ReleaseFile(name, Path.GetExtension(name)[1..], rows, size, hash, ReleaseParts.VectorsName)
            : throw new ReleaseException($"{from} is damaged: its checksum is not the one in the set's report. Create the vectors again.");
    }

    private static int RowsOf(string name, VectorReport report) =>
        name is VectorNames.Vectors or VectorNames.Parquet or VectorNames.Ids ? (int)report.Rows : 0;
}
