using Microsoft.AspNetCore.Components.Forms;

namespace LlmRec.Workbench.Web.Components.Pages.Catalog;

/// <summary>A copy of a file from the browser, on disk because an import reads it more than once; gone when disposed.</summary>
public sealed class UploadedFile : IDisposable
{
    private const int Chunk = 128 * 1024;

    private UploadedFile(string name)
    {
        Name = name;
        Path = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"llmrec-upload-{Guid.NewGuid():N}");
    }

    /// <summary>The file's name on the person's machine, without folders.</summary>
    public string Name { get; }

    public string Path { get; }

    /// <param name="progress">Told the share that has arrived, 0 to 1.</param>
    /// <exception cref="IOException">The file is larger than <paramref name="maxBytes"/>, or the browser stopped sending.</exception>
    public static async Task<UploadedFile> SaveAsync(IBrowserFile file, long maxBytes, Func<double, Task> progress, CancellationToken cancellationToken)
    {
        var upload = new UploadedFile(System.IO.Path.GetFileName(file.Name));
        try
        {
            await using var source = file.OpenReadStream(maxBytes, cancellationToken);
            await using var target = new FileStream(upload.Path, FileMode.CreateNew, FileAccess.Write, FileShare.None);
            var buffer = new byte[Chunk];
            for (int read; (read = await source.ReadAsync(buffer, cancellationToken)) > 0;)
            {
                await target.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
                await progress(file.Size == 0 ? 1 : (double)target.Length / file.Size);
            }

            return upload;
        }
        catch
        {
            upload.Dispose();
            throw;
        }
    }

    public void Dispose() => File.Delete(Path);
}
