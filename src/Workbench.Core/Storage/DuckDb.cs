using System.Data.Common;
using System.Globalization;
using System.Text.RegularExpressions;
using DuckDB.NET.Data;

namespace LlmRec.Workbench.Storage;

/// <summary>DuckDB as the engine for Parquet: one thread and bounded memory, and it fetches no extension from anywhere.</summary>
internal static partial class DuckDb
{
    private const string Settings =
        "SET threads=1; SET preserve_insertion_order=true; SET autoinstall_known_extensions=false; SET TimeZone='UTC';";

    private const string InMemory = ":memory:";

    /// <summary>Opens a database: without a path an empty one that is gone when disposed.</summary>
    public static DuckDBConnection Open(string path = InMemory, int megabytes = 192)
    {
        var source = new DbConnectionStringBuilder { ["Data Source"] = path };
        var connection = new DuckDBConnection(source.ConnectionString);
        try
        {
            connection.Open();
            Execute(connection, Settings + string.Create(CultureInfo.InvariantCulture, $"SET memory_limit='{megabytes}MB';"));
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

    /// <summary>The path of the one file to read as a literal of SQL: DuckDB would take <c>*</c>, <c>?</c> and <c>[</c> in it for a pattern of many.</summary>
    public static string File(string path) => Literal(Wildcard().Replace(path, "[$0]"));

    /// <summary>The name of a column as SQL writes it.</summary>
    public static string Name(string column) => $"\"{column.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    [GeneratedRegex(@"[*?[]")]
    private static partial Regex Wildcard();
}
