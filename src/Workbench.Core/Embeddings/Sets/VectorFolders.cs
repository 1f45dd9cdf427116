using LlmRec.Workbench.Storage;

namespace LlmRec.Workbench.Embeddings;

/// <summary>The vector sets on disk: <c>vectors/000001/…</c>, complete or absent.</summary>
public sealed class VectorFolders(StorageLocation location)
{
    private const string TempPrefix = ".writing-";
    private const string LockPrefix = ".lock-";

    public string Root => Path.Combine(location.DataFolder, "vectors");

    public string PathOf(int number) => Path.Combine(Root, VectorNames.Folder(number));

    /// <summary>The file's path if the set has it; null for every name that is not one of <see cref="VectorNames.All"/>.</summary>
    public string? FileOf(int number, string name)
    {
        var path = VectorNames.All.Contains(name) ? Path.Combine(PathOf(number), name) : null;
        return File.Exists(path) ? path : null;
    }

    internal string TempOf(int number) => Path.Combine(Root, TempPrefix + VectorNames.Folder(number));

    /// <summary>The highest number on disk; 0 for none. A restored older database must not give a number out again.</summary>
    internal int HighestNumber() => !Directory.Exists(Root) ? 0
        : Directory.EnumerateDirectories(Root)
            .Select(path => int.TryParse(Path.GetFileName(path).Replace(TempPrefix, "", StringComparison.Ordinal), out var number) ? number : 0)
            .DefaultIfEmpty()
            .Max();

    /// <summary>An empty folder to write the set into.</summary>
    internal string CreateTemp(int number)
    {
        DeleteTemp(number);
        return Directory.CreateDirectory(TempOf(number)).FullName;
    }

    internal void DeleteTemp(int number)
    {
        if (Directory.Exists(TempOf(number)))
        {
            Directory.Delete(TempOf(number), recursive: true);
        }
    }

    /// <summary>Says that this process works on the set; the system frees it when the process dies. Null if another holds it.</summary>
    internal IDisposable? TryLock(int number)
    {
        Directory.CreateDirectory(Root);
        try
        {
            return new FileStream(
                Path.Combine(Root, LockPrefix + VectorNames.Folder(number)), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
        }
        catch (IOException)
        {
            return null;
        }
    }
}
