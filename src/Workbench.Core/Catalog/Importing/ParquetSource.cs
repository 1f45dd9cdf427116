using DuckDB.NET.Data;
using LlmRec.Workbench.Storage;

namespace LlmRec.Workbench.Catalog.Importing;

/// <summary>A Parquet file, read by DuckDB a chunk at a time. Structs, maps and lists become JSON; the line of a row is its number, from 1.</summary>
internal sealed class ParquetSource : ImportSource
{
    private long _rows;
    private long _read;
    private string _sql = "";

    private ParquetSource(ImportRequest request) : base(request)
    {
    }

    protected override double Share => _rows == 0 ? 0 : (double)_read / _rows;

    private string File => $"read_parquet({DuckDb.File(Request.Path)}, binary_as_string=true)";

    public static ParquetSource? From(ImportRequest request, ImportReport report)
    {
        report.Format = ImportFormat.Parquet;
        var source = new ParquetSource(request);
        try
        {
            return source.ReadColumns(report) ? source : null;
        }
        catch (DuckDBException error)
        {
            report.Rejections.Add(0, FindingCode.BadParquet, error.Message);
            return null;
        }
    }

    protected override IEnumerable<ImportRow> Read(FindingList rejections)
    {
        using var connection = DuckDb.Open();
        using var command = Command(connection, _sql);
        command.UseStreamingMode = true;
        var context = new RowContext(Request.Kind, "UTF-8", rejections);
        if (Try(() => (DuckDBDataReader?)command.ExecuteReader(), rejections) is not { } reader)
        {
            yield break;
        }

        using (reader)
        {
            for (_read = 1; Try(reader.Read, rejections); _read++)
            {
                if (Row((int)_read, reader, context) is { } row)
                {
                    yield return row;
                }
            }
        }
    }

    private bool ReadColumns(ImportReport report)
    {
        using var connection = DuckDb.Open();
        var found = new List<string>();
        var columns = new List<string>();
        var select = new List<string>();
        using (var describe = Command(connection, $"DESCRIBE SELECT * FROM {File}").ExecuteReader())
        {
            while (describe.Read())
            {
                var (name, type) = (describe.GetString(0), describe.GetString(1));
                found.Add(name);
                columns.Add(ImportText.Column(name));
                select.Add(AsText(DuckDb.Name(name), type));
            }
        }

        using (var count = Command(connection, $"SELECT sum(num_rows)::BIGINT FROM parquet_file_metadata({DuckDb.File(Request.Path)})"))
        {
            _rows = (long)count.ExecuteScalar()!;
        }

        (Columns, _sql) = (columns, $"SELECT {string.Join(", ", select)} FROM {File}");
        return CheckColumns(found, report.Rejections);
    }

    private static string AsText(string column, string type) =>
        type == "VARCHAR" ? column
        : type.StartsWith("STRUCT", StringComparison.Ordinal) || type.StartsWith("MAP", StringComparison.Ordinal) || type.EndsWith(']') ? $"CAST(to_json({column}) AS VARCHAR)"
        : $"CAST({column} AS VARCHAR)";

    private ImportRow? Row(int number, DuckDBDataReader reader, RowContext context)
    {
        var cells = new Dictionary<string, string>(Columns.Count);
        for (var i = 0; i < Columns.Count; i++)
        {
            if (!reader.IsDBNull(i))
            {
                cells.TryAdd(Columns[i], reader.GetString(i));
            }
        }

        return cells.Count == 0 || context.IsBroken(number, [.. cells.Values]) ? null : new ImportRow(number, cells);
    }

    /// <summary>A file may turn out damaged at any page: that is a rejection and the end of its rows.</summary>
    private static T? Try<T>(Func<T> read, FindingList rejections)
    {
        try
        {
            return read();
        }
        catch (DuckDBException error)
        {
            rejections.Add(0, FindingCode.BadParquet, error.Message);
            return default;
        }
    }

    private static DuckDBCommand Command(DuckDBConnection connection, string sql)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        return command;
    }
}
