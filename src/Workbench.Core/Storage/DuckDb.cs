using DuckDB.NET.Data;

namespace LlmRec.Workbench.Storage;

/// <summary>DuckDB in memory as the engine for Parquet: one thread and bounded memory, and it fetches no extension from anywhere.</summary>
internal static class DuckDb
{
    private const string Settings =
        "SET threads=1; SET memory_limit='192MB'; SET preserve_insertion_order=true; SET autoinstall_known_extensions=false; SET TimeZone='UTC';";

    /// <summary>Opens an empty database that is gone when disposed.</summary>
    public static DuckDBConnection Open()
    {
        var connection = new DuckDBConnection("Data Source=:memory:");
        try
        {
            connection.Open();
            Execute(connection, Settings);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    public static void Execute(DuckDBConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>The text as a literal of SQL, for paths, which take no parameter.</summary>
    public static string Literal(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    /// <summary>The name of a column as SQL writes it.</summary>
    public static string Name(string column) => $"\"{column.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
