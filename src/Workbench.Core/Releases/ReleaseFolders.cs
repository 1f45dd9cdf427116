using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using LlmRec.Workbench.Storage;

namespace LlmRec.Workbench.Releases;

/// <summary>The release folders on disk: <c>releases/v000001/…</c>, complete or absent, and <c>releases/latest</c>.</summary>
public sealed class ReleaseFolders(StorageLocation location)
{
    private const string TempPrefix = ".writing-";

    public string Root => location.ReleasesFolder;

    public string PathOf(int number) => Path.Combine(Root, ReleaseNames.Folder(number));

    internal string TempOf(int number) => Path.Combine(Root, TempPrefix + ReleaseNames.Folder(number));

    /// <summary>The highest number that a folder on disk has, whole or half-written; 0 for none. A restored older database must not give a number out again.</summary>
    internal int HighestNumber() => !Directory.Exists(Root) ? 0
        : Directory.EnumerateDirectories(Root)
            .Select(path => ReleaseNames.Number(Path.GetFileName(path).Replace(TempPrefix, "", StringComparison.Ordinal)) ?? 0)
            .DefaultIfEmpty()
            .Max();

    /// <summary>Keeps every other process on this folder from writing or recovering; the system frees it when this process dies. Null if another holds it.</summary>
    internal IDisposable? TryLock()
    {
        Directory.CreateDirectory(Root);
        try
        {
            return new FileStream(Path.Combine(Root, ".lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <summary>Reads a manifest; throws <see cref="ReleaseException"/> if it is missing or its bytes are not those of <paramref name="expectedHash"/>.</summary>
    internal async Task<ReleaseManifest> ReadManifestAsync(int number, string expectedHash, CancellationToken cancellationToken)
    {
        var path = Path.Combine(PathOf(number), ReleaseNames.Manifest);
        if (!File.Exists(path))
        {
            throw new ReleaseException($"The files of release {ReleaseNames.Folder(number)} are not in {Root}. Restore the folder from a backup or point Storage:DataFolder at it.");
        }

        var bytes = await File.ReadAllBytesAsync(path, cancellationToken);
        if (Convert.ToHexStringLower(SHA256.HashData(bytes)) != expectedHash)
        {
            throw new ReleaseException($"{path} is not the file that was published: its checksum differs. Restore the folder from a backup.");
        }

        return JsonSerializer.Deserialize<ReleaseManifest>(bytes, ReleaseJson.Indented)!;
    }

    /// <summary>The manifest and its hash if the folder of this number is there and every file is whole; null otherwise.</summary>
    internal async Task<(ReleaseManifest Manifest, string Hash)?> ReadIfCompleteAsync(int number, CancellationToken cancellationToken)
    {
        var path = Path.Combine(PathOf(number), ReleaseNames.Manifest);
        if (!File.Exists(path))
        {
            return null;
        }

        var hash = await HashAsync(path, cancellationToken);
        var manifest = await ReadManifestAsync(number, hash, cancellationToken);
        foreach (var file in manifest.Files)
        {
            var data = Path.Combine(PathOf(number), file.Name);
            if (!File.Exists(data) || await HashAsync(data, cancellationToken) != file.Sha256)
            {
                return null;
            }
        }

        return (manifest, hash);
    }

    /// <summary>
    /// Names the newest release. A small text file and not a symbolic link: it can be replaced in one step on every file system, needs no privilege and
    /// survives being copied to a share or an object store.
    /// </summary>
    internal void WriteLatest(int number) => WriteAside(Path.Combine(Root, ReleaseNames.Latest), ReleaseNames.Folder(number) + "\n");

    internal static void WriteAside(string path, string content)
    {
        var aside = path + ".new";
        using (var stream = File.Create(aside))
        {
            stream.Write(Encoding.UTF8.GetBytes(content));
            stream.Flush(flushToDisk: true);
        }

        File.Move(aside, path, overwrite: true);
    }

    internal static void DeleteIfThere(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    internal static async Task<string> HashAsync(string path, CancellationToken cancellationToken)
    {
        await using var stream = File.OpenRead(path);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, cancellationToken));
    }
}
