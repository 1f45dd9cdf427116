namespace LlmRec.Workbench.Releases;

/// <summary>Copies the files of published releases.</summary>
internal static class ReleaseFiles
{
    /// <summary>Copies files under their own names, each written aside and checked against its hash before it appears.</summary>
    public static async Task CopyAsync(string from, string to, IEnumerable<(string Name, string Hash)> files, CancellationToken cancellationToken)
    {
        foreach (var (name, hash) in files)
        {
            var aside = Path.Combine(to, $".{name}.new");
            await using (var source = File.OpenRead(Path.Combine(from, name)))
            await using (var target = File.Create(aside))
            {
                await source.CopyToAsync(target, cancellationToken);
            }

            if (await ReleaseFolders.HashAsync(aside, cancellationToken) != hash)
            {
                File.Delete(aside);
                throw new ReleaseException($"{Path.Combine(from, name)} is damaged: its checksum is not the one in the manifest. Restore the folder from a backup.");
            }

            File.Move(aside, Path.Combine(to, name), overwrite: true);
        }
    }
}
