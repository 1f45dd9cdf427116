using System.Globalization;
using DuckDB.NET.Data;
using LlmRec.Workbench.Storage;

namespace LlmRec.Workbench.Embeddings.Files;

/// <summary>
/// Writes ids, texts and vectors into a Parquet file through DuckDB. The rows wait in a temporary database file beside it, so memory follows the length of a vector and not
/// the number of rows. Parquet has lists but no lists of fixed length, so readers see <c>FLOAT[]</c>. The file appears under its name only when it is complete.
/// </summary>
public sealed class ParquetVectors : IDisposable
{
    private const int RowGroupBytes = 16 << 20;
    private const int LeastRows = 2048;
    private const int MostRows = 20_480;

    // Measured: writing takes the base and some copies of the 2,048 vectors that DuckDB handles at once.
    private const int BaseMegabytes = 128;
    private const int CopiesOfAChunk = 12;

    private readonly string _path;
    private readonly string _database;
    private readonly DuckDBConnection _connection;
    private readonly int _rowGroup;
    private DuckDBAppender? _appender;
    private int _pending;

    public ParquetVectors(string path, int dimensions)
    {
        (_path, _database) = (path, path + ".rows");
        _rowGroup = Math.Clamp(RowGroupBytes / (dimensions * sizeof(float)), LeastRows, MostRows);
        File.Delete(_database);
        var memory = BaseMegabytes + (CopiesOfAChunk * ((LeastRows * dimensions * sizeof(float)) >> 20));
        _connection = DuckDb.Open(_database, memory);
        DuckDb.Execute(_connection, string.Create(CultureInfo.InvariantCulture, $"CREATE TABLE rows (id VARCHAR, text VARCHAR, vector FLOAT[{dimensions}])"));
    }

    public void Add(string id, string text, float[] vector)
    {
        _appender ??= _connection.CreateAppender("rows");
        _appender.CreateRow().AppendValue(id).AppendValue(text).AppendValue(vector).EndRow();
        if (++_pending == _rowGroup)
        {
            Flush();
        }
    }

    /// <summary>Completes the file.</summary>
    public void Complete()
    {
        Flush();
        var aside = _path + ".new";
        DuckDb.Execute(_connection, string.Create(
            CultureInfo.InvariantCulture, $"COPY rows TO {DuckDb.Literal(aside)} (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE {_rowGroup})"));
        File.Move(aside, _path, overwrite: true);
    }

    public void Dispose()
    {
        _appender?.Dispose();
        _connection.Dispose();
        foreach (var rest in new[] { _database, _database + ".wal", _path + ".new" })
        {
            File.Delete(rest);
        }
    }

    // A checkpoint moves what was appended from the memory to the file.
    private void Flush()
    {
        _appender?.Dispose();
        (_appender, _pending) = (null, 0);
        DuckDb.Execute(_connection, "CHECKPOINT");
    }
}
