namespace LlmRec.Workbench.Catalog.Importing;

/// <summary>A text file: taxonomy lines, TSV, CSV or JSON Lines in any of the encodings that <see cref="TextEncodingDetector"/> knows.</summary>
internal sealed class TextSource : ImportSource
{
    private const int PeekedObjects = 20;

    private readonly TextEncoding _encoding;
    private ImportFormat _format;
    private char _delimiter = '\t';
    private Stream? _open;

    private TextSource(ImportRequest request, TextEncoding encoding) : base(request) => _encoding = encoding;

    protected override double Share => _open is { Length: > 0 } stream ? (double)stream.Position / stream.Length : 0;

    public static TextSource? From(ImportRequest request, Stream stream, ImportReport report)
    {
        var detector = new TextEncodingDetector();
        var encoding = detector.Detect(stream);
        report.Encoding = encoding.Name;
        if (detector.TooLongLine > 0)
        {
            report.Rejections.Add(detector.TooLongLine, FindingCode.LineTooLong, $"{ImportLimits.MaxLineBytes}");
            return null;
        }

        var source = new TextSource(request, encoding);
        return source.DetectFormat(report) && source.DetectColumns(report) ? source : null;
    }

    protected override IEnumerable<ImportRow> Read(FindingList rejections)
    {
        using var reader = OpenText();
        _open = reader.BaseStream;
        var context = new RowContext(Request.Kind, _encoding.Name, rejections);
        using var table = _format is ImportFormat.Csv or ImportFormat.Tsv ? new DelimitedRows(reader, _format, _delimiter, context) : null;
        var rows = table?.Rows() ?? (_format == ImportFormat.JsonLines ? JsonRows.Read(reader, context) : TaxonomyRows.Read(reader, context));
        foreach (var row in rows)
        {
            yield return row;
        }
    }

    private bool DetectFormat(ImportReport report)
    {
        using var reader = OpenText();
        (_format, var firstLine) = FormatDetector.Detect(reader, Request.Kind);
        report.Format = _format;
        _delimiter = _format == ImportFormat.Csv ? FormatDetector.Delimiter(firstLine) : '\t';
        if (_format == ImportFormat.Unknown)
        {
            report.Rejections.Add(0, FindingCode.NoRows);
        }

        return _format != ImportFormat.Unknown;
    }

    private bool DetectColumns(ImportReport report)
    {
        if (_format is not (ImportFormat.Csv or ImportFormat.Tsv))
        {
            Columns = [.. Rows(new FindingList()).Take(PeekedObjects).SelectMany(r => r.Cells.Keys).Distinct()];
            return true;
        }

        using var table = new DelimitedRows(OpenText(), _format, _delimiter, new RowContext(Request.Kind, _encoding.Name, new FindingList()));
        Columns = table.Columns ?? [];
        if (table.Columns is null && ImportColumns.Required(Request.Kind).Count == 0)
        {
            report.Rejections.Add(1, FindingCode.NoColumn, ImportColumns.CategoryId[0], string.Join(", ", table.First));
            return false;
        }

        return CheckColumns(table.First, report.Rejections);
    }

    private StreamReader OpenText() => new(Request.Path, _encoding.Encoding, detectEncodingFromByteOrderMarks: true, bufferSize: 1 << 16);
}
