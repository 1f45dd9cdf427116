namespace LlmRec.Workbench.Releases;

/// <summary>Writes one part of a release: the same rows in every format. A part without rows has no files.</summary>
internal sealed class RowFiles<TRow> : IDisposable
{
    private readonly string _folder;
    private readonly ReleasePart<TRow> _part;
    private readonly List<(IRowFormat Format, string Name, HashedFile File)> _outputs;
    private int _rows;

    public RowFiles(string folder, ReleasePart<TRow> part)
    {
        (_folder, _part) = (folder, part);
        _outputs = [.. ReleaseFormats.OfRows.Select(format => (format, $"{part.Name}.{format.Name}", new HashedFile(Path.Combine(folder, $"{part.Name}.{format.Name}"))))];
        _outputs.ForEach(output => output.Format.WriteHeader<TRow>(output.File.Output));
    }

    public async Task WriteAsync(IReadOnlyList<TRow> rows, CancellationToken cancellationToken)
    {
        _rows += rows.Count;
        foreach (var (format, _, file) in _outputs)
        {
            foreach (var row in rows)
            {
                format.WriteRow(file.Output, row);
            }

            await file.FlushIfFullAsync(cancellationToken);
        }
    }

    public async Task<IReadOnlyList<ReleaseFile>> CompleteAsync(CancellationToken cancellationToken)
    {
        var written = new List<ReleaseFile>();
        foreach (var (format, name, file) in _outputs)
        {
            var hash = await file.CompleteAsync(cancellationToken);
            file.Dispose();
            written.Add(new ReleaseFile(name, format.Name, _rows, file.Size, hash, _part.Name));
        }

        if (_rows == 0)
        {
            written.ForEach(file => File.Delete(Path.Combine(_folder, file.Name)));
            return [];
        }

        return [.. written, await WriteParquetAsync(cancellationToken)];
    }

    public void Dispose() => _outputs.ForEach(output => output.File.Dispose());

    private async Task<ReleaseFile> WriteParquetAsync(CancellationToken cancellationToken)
    {
        var name = $"{_part.Name}.{ReleaseFormats.Parquet}";
        var path = Path.Combine(_folder, name);
        await ParquetCopy.WriteAsync<TRow>(Path.Combine(_folder, _part.JsonLines), path, cancellationToken);
        var (size, hash) = await HashedFile.SettleAsync(path, cancellationToken);
        return new ReleaseFile(name, ReleaseFormats.Parquet, _rows, size, hash, _part.Name);
    }
}
