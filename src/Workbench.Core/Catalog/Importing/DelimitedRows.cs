using CsvHelper;

namespace LlmRec.Workbench.Catalog.Importing;

/// <summary>Reads TSV and CSV. In TSV a quote is a plain character unless it wraps the whole cell, as spreadsheets write it.</summary>
internal sealed class DelimitedRows : IDisposable
{
    private readonly CsvReader _reader;
    private readonly ImportFormat _format;
    private readonly RowContext _context;
    private readonly string[]? _columns;
    private readonly bool _firstIsData;
    private bool _badQuotes;

    public DelimitedRows(TextReader reader, ImportFormat format, char delimiter, RowContext context)
    {
        _format = format;
        _context = context;
        _reader = CsvReader.Create(reader, new CsvReaderOptions
        {
            Separator = delimiter, HasHeader = false, Mode = format == ImportFormat.Tsv ? CsvMode.NoEscape : CsvMode.Rfc4180,
            TrackLineNumbers = true, MaxRecordSize = ImportLimits.MaxLineBytes, OnMalformedRecord = _ => _badQuotes = true,
        });
        (_columns, _firstIsData) = ReadHeader();
    }

    /// <summary>The columns, lower case; null where the first line does not name them.</summary>
    public IReadOnlyList<string>? Columns => _columns;

    /// <summary>The first line's cells.</summary>
    public IReadOnlyList<string> First { get; private set; } = [];

    public IEnumerable<ImportRow> Rows()
    {
        if (_columns is null)
        {
            yield break;
        }

        for (var more = _firstIsData || Read(); more; more = Read())
        {
            if (Row(_columns) is { } row)
            {
                yield return row;
            }
        }
    }

    public void Dispose() => _reader.Dispose();

    private (string[]? Columns, bool FirstIsData) ReadHeader()
    {
        if (!Read())
        {
            return (null, false);
        }

        First = Cells();
        var columns = First.Select(ImportText.Column).ToArray();
        return columns.Intersect(ImportColumns.Known(_context.Kind)).Any() || columns.Any(ImportColumns.IsNameColumn)
            ? (columns, false)
            : (ImportColumns.WithoutHeader(_context.Kind, First), true);
    }

    private bool Read()
    {
        try
        {
            _badQuotes = false;
            return _reader.Read();
        }
        catch (CsvFormatException error)
        {
            _context.Rejections.Add((int)error.LineNumber, FindingCode.BadQuotes, error.Message);
            return false;
        }
    }

    private ImportRow? Row(string[] columns)
    {
        var cells = Cells();
        var line = (int)_reader.LineNumber;
        if (_badQuotes)
        {
            return _context.Reject(line, FindingCode.BadQuotes, _reader.Current.ToString());
        }

        if (cells.Skip(columns.Length).Any(c => c.Length > 0))
        {
            return _context.Reject(line, FindingCode.TooManyCells, $"{cells.Length}", $"{columns.Length}");
        }

        var named = new Dictionary<string, string>(columns.Length);
        for (var i = 0; i < Math.Min(cells.Length, columns.Length); i++)
        {
            named.TryAdd(columns[i], cells[i]);
        }

        return cells.All(string.IsNullOrWhiteSpace) || _context.IsBroken(line, cells) ? null : new ImportRow(line, named);
    }

    private string[] Cells() => _format == ImportFormat.Tsv ? [.. _reader.Current.ToArray().Select(Unwrap)] : _reader.Current.ToArray();

    private static string Unwrap(string cell) =>
        cell.Length >= 2 && cell[0] == '"' && cell[^1] == '"' && !cell[1..^1].Replace("\"\"", "", StringComparison.Ordinal).Contains('"')
            ? cell[1..^1].Replace("\"\"", "\"", StringComparison.Ordinal)
            : cell;
}
