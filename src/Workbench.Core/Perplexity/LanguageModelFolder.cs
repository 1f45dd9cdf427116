using LlmRec.Workbench.Storage;

namespace LlmRec.Workbench.Perplexity;

/// <summary>The language models in the data folder. A file that was replaced is another model; the old one stays open for those who still use it.</summary>
internal sealed class LanguageModelFolder(StorageLocation location) : IDisposable
{
    private static readonly string[] ModelExtensions = [".lm", ".arpa", ".bin", ".binary", ".klm", ".gz"];

    private readonly Lock _lock = new();
    private readonly ModelNames _names = new(location.ModelsFolder);
    private readonly Dictionary<(string Path, long Size, DateTime Written), LanguageModelFile> _files = [];

    /// <summary>The files there now, by name: every model, and whatever is called like one but is none.</summary>
    public IReadOnlyList<LanguageModelFile> Scan()
    {
        var folder = new DirectoryInfo(location.ModelsFolder);
        if (!folder.Exists)
        {
            return [];
        }

        lock (_lock)
        {
            return [.. folder.EnumerateFiles("*", new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true })
                .Select(Get)
                .Where(f => f.Info is not null || ModelExtensions.Contains(Path.GetExtension(f.Name), StringComparer.OrdinalIgnoreCase))
                .OrderBy(f => f.Name, StringComparer.Ordinal)];
        }
    }

    public void Dispose()
    {
        foreach (var file in _files.Values)
        {
            file.Dispose();
        }
    }

    private LanguageModelFile Get(FileInfo file)
    {
        var key = (file.FullName, file.Length, file.LastWriteTimeUtc);
        if (!_files.TryGetValue(key, out var known))
        {
            _files[key] = known = new LanguageModelFile(file.FullName, Path.GetRelativePath(location.ModelsFolder, file.FullName).Replace('\\', '/'), _names);
        }

        return known;
    }
}
