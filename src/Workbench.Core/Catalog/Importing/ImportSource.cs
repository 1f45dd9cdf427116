namespace LlmRec.Workbench.Catalog.Importing;

/// <summary>A file whose format and columns are found out; its rows are read one at a time.</summary>
internal abstract class ImportSource(ImportRequest request)
{
    private const int RowsPerReport = 4_096;

    /// <summary>The columns, lower case.</summary>
    public IReadOnlyList<string> Columns { get; protected set; } = [];

    /// <summary>How much of the file has been read, 0 to 1.</summary>
    protected abstract double Share { get; }

    protected ImportRequest Request => request;

    /// <summary>Looks at a file. Null, with a rejection, where it cannot be imported whatever its rows say.</summary>
    public static ImportSource? Open(ImportRequest request, ImportReport report)
    {
        try
        {
            return Inspect(request, report);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            report.Rejections.Add(0, FindingCode.Unreadable, error.Message);
            return null;
        }
    }

    /// <summary>The good rows; what is wrong with the others goes to <paramref name="rejections"/>.</summary>
    public IEnumerable<ImportRow> Rows(FindingList rejections, IProgress<ImportProgress>? progress = null)
    {
        var max = ImportLimits.Rows(request.Kind);
        var count = 0;
        foreach (var row in Read(rejections))
        {
            if (++count > max)
            {
                rejections.Add(row.Line, FindingCode.TooManyRows, $"{max}");
                yield break;
            }

            if (count % RowsPerReport == 0)
            {
                progress?.Report(new ImportProgress(ImportStage.Reading, Share, count));
            }

            yield return row;
        }
    }

    protected abstract IEnumerable<ImportRow> Read(FindingList rejections);

    /// <summary>Adds a rejection for every column that the kind cannot do without.</summary>
    protected bool CheckColumns(IReadOnlyList<string> found, FindingList rejections)
    {
        var missing = ImportColumns.Required(request.Kind).Where(group => !group.Intersect(Columns).Any()).ToList();
        foreach (var group in missing)
        {
            rejections.Add(1, FindingCode.NoColumn, group[0], string.Join(", ", found));
        }

        return missing.Count == 0;
    }

    private static ImportSource? Inspect(ImportRequest request, ImportReport report)
    {
        using var stream = File.OpenRead(request.Path);
        var max = ImportLimits.FileBytes(request.Kind);
        if (stream.Length > max)
        {
            report.Rejections.Add(0, FindingCode.FileTooLarge, $"{stream.Length >> 20}", $"{max >> 20}");
            return null;
        }

        var start = new byte[4];
        var head = start.AsSpan(0, stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false));
        stream.Position = 0;
        if (PackedAs(head) is { } packed)
        {
            report.Rejections.Add(0, FindingCode.Packed, packed);
            return null;
        }

        return head.SequenceEqual("PAR1"u8) ? ParquetSource.From(request, report) : TextSource.From(request, stream, report);
    }

    private static string? PackedAs(ReadOnlySpan<byte> head) =>
        head.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]) ? "gzip"
        : head.SequenceEqual((ReadOnlySpan<byte>)[0x50, 0x4B, 0x03, 0x04]) ? "zip / xlsx"
        : head.SequenceEqual((ReadOnlySpan<byte>)[0x28, 0xB5, 0x2F, 0xFD]) ? "zstd"
        : null;
}
