using LlmRec.Workbench.Storage;

namespace LlmRec.Workbench.Releases;

/// <summary>Writes a finished JSON Lines file as Parquet, so that both hold the same rows in the same order; DuckDB streams from one to the other.</summary>
internal static class ParquetCopy
{
    /// <summary>Same rows, same bytes.</summary>
    public static Task WriteAsync<TRow>(string jsonLines, string parquet, CancellationToken cancellationToken)
    {
        var columns = string.Join(", ", RowColumns<TRow>.All.Select(column => $"{DuckDb.Name(column.Name)}: {DuckDb.Literal(column.SqlType)}"));
        var read = $"read_json({DuckDb.File(jsonLines)}, format='newline_delimited', columns={{{columns}}})";
        return Task.Run(
            () =>
            {
                using var connection = DuckDb.Open();
                DuckDb.Execute(connection, $"COPY (SELECT * FROM {read}) TO {DuckDb.Literal(parquet)} (FORMAT parquet, COMPRESSION zstd)");
            },
            cancellationToken);
    }
}
