using System.Text;

namespace LlmRec.Workbench.Catalog.Importing;

/// <summary>A file whose encoding, format and columns are found out; its rows are read one at a time.</summary>
internal sealed class ImportSource
{
    private const int PeekedObjects = 20;

    private readonly ImportRequest _request;
    private readonly TextEncoding _encoding;
    private char _delimiter = '\t';

    private ImportSource(ImportRequest request, TextEncoding encoding)
    {
        _request = request;
        _encoding = encoding;
    }

    /// <summary>The columns, lower case.</summary>
    public IReadOnlyList<string> Columns { get; private set; } = [];

    public ImportFormat Format { get; private set; }

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
    public IEnumerable<ImportRow> Rows(FindingList rejections)
    {
        using var reader = OpenText();
        var context = new RowContext(_request.Kind, _encoding.Name, rejections);
        using var table = Format is ImportFormat.Csv or ImportFormat.Tsv ? new DelimitedRows(reader, Format, _delimiter, context) : null;
        var rows = table?.Rows() ?? (Format == ImportFormat.JsonLines ? JsonRows.Read(reader, context) : TaxonomyRows.Read(reader, context));
        var count = 0;
        foreach (var row in rows)
        {
            if (++count > MaxRows)
            {
                rejections.Add(row.Line, FindingCode.TooManyRows, $"{MaxRows}");
                yield break;
            }

            yield return row;
        }
    }

    private int MaxRows => _request.Kind == ImportKinds.Categories ? ImportLimits.MaxCategories : ImportLimits.MaxRows;

    private static ImportSource? Inspect(ImportRequest request, ImportReport report)
    {
        using var stream = File.OpenRead(request.Path);
        if (stream.Length > ImportLimits.MaxFileBytes)
        {
            report.Rejections.Add(0, FindingCode.FileTooLarge, $"{stream.Length >> 20}", $"{ImportLimits.MaxFileBytes >> 20}");
            return null;
        }

        var detector = new TextEncodingDetector();
        var encoding = detector.Detect(stream);
        report.Encoding = encoding.Name;
        if (detector.TooLongLine > 0)
        {
            report.Rejections.Add(detector.TooLongLine, FindingCode.LineTooLong, $"{ImportLimits.MaxLineBytes}");
            return null;
        }

        var source = new ImportSource(request, encoding);
        return source.DetectFormat(report) && source.DetectColumns(report) ? source : null;
    }

    private bool DetectFormat(ImportReport report)
    {
        using var reader = OpenText();
        (Format, var firstLine) = FormatDetector.Detect(reader, _request.Kind);
        report.Format = Format;
        _delimiter = Format == ImportFormat.Csv ? FormatDetector.Delimiter(firstLine) : '\t';
        if (Format == ImportFormat.Unknown)
        {
            report.Rejections.Add(0, FindingCode.NoRows);
        }

        return Format != ImportFormat.Unknown;
    }

    private bool DetectColumns(ImportReport report)
    {
        if (Format is not (ImportFormat.Csv or ImportFormat.Tsv))
        {
            Columns = [.. Rows(new FindingList()).Take(PeekedObjects).SelectMany(r => r.Cells.Keys).Distinct()];
            return true;
        }

        using var table = new DelimitedRows(OpenText(), Format, _delimiter, new RowContext(_request.Kind, _encoding.Name, new FindingList()));
        Columns = table.Columns ?? [];
        var missing = ImportColumns.Required(_request.Kind).Where(group => !group.Intersect(Columns).Any()).ToList();
        if (table.Columns is null && missing.Count == 0)
        {
            missing.Add(ImportColumns.CategoryId);
        }

        foreach (var group in missing)
        {
            report.Rejections.Add(1, FindingCode.NoColumn, group[0], string.Join(", ", table.First));
        }

        return missing.Count == 0;
    }

    private StreamReader OpenText() => new(_request.Path, _encoding.Encoding, detectEncodingFromByteOrderMarks: true, bufferSize: 1 << 16);
}
