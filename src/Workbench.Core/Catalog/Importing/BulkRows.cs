using System.Data.Common;
using LlmRec.Workbench.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace LlmRec.Workbench.Catalog.Importing;

/// <summary>Adds many rows to a table as fast as the database can: by COPY on PostgreSQL, by one prepared statement on SQLite, whose write lock must be held briefly.</summary>
internal static class BulkRows
{
    /// <summary>Adds the rows within the context's transaction; without one all of them or none.</summary>
    /// <param name="columns">The names of the columns, in the order of a row's values; null is a value.</param>
    public static async Task WriteAsync(
        WorkbenchDbContext db, string table, IReadOnlyList<string> columns, IEnumerable<object?[]> rows, CancellationToken cancellationToken)
    {
        if (db.Database.GetDbConnection() is NpgsqlConnection postgres)
        {
            await CopyAsync(postgres, table, columns, rows, cancellationToken);
            return;
        }

        var sqlite = (SqliteConnection)db.Database.GetDbConnection();
        await using var own = db.Database.CurrentTransaction is null ? sqlite.BeginTransaction(deferred: true) : null;
        var transaction = own ?? db.Database.CurrentTransaction!.GetDbTransaction();
        await InsertAsync(sqlite, transaction, table, columns, rows, cancellationToken);
        await (own?.CommitAsync(cancellationToken) ?? Task.CompletedTask);
    }

    private static async Task CopyAsync(
        NpgsqlConnection connection, string table, IReadOnlyList<string> columns, IEnumerable<object?[]> rows, CancellationToken cancellationToken)
    {
        await using var writer = await connection.BeginBinaryImportAsync($"COPY \"{table}\" ({Names(columns)}) FROM STDIN (FORMAT BINARY)", cancellationToken);
        writer.Timeout = TimeSpan.Zero;
        foreach (var row in rows)
        {
            await writer.StartRowAsync(cancellationToken);
            foreach (var value in row)
            {
                await (value is null ? writer.WriteNullAsync(cancellationToken) : writer.WriteAsync(value, cancellationToken));
            }
        }

        await writer.CompleteAsync(cancellationToken);
    }

    private static async Task InsertAsync(
        SqliteConnection connection, DbTransaction transaction, string table, IReadOnlyList<string> columns, IEnumerable<object?[]> rows, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.Transaction = (SqliteTransaction)transaction;
        command.CommandText = $"INSERT INTO \"{table}\" ({Names(columns)}) VALUES ({string.Join(", ", columns.Select((_, i) => $"@p{i}"))})";
        var parameters = columns.Select((_, i) => command.Parameters.Add(new SqliteParameter { ParameterName = $"@p{i}" })).ToArray();
        foreach (var row in rows)
        {
            for (var i = 0; i < row.Length; i++)
            {
                parameters[i].Value = row[i] ?? DBNull.Value;
            }

            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    private static string Names(IEnumerable<string> columns) => string.Join(", ", columns.Select(column => $"\"{column}\""));
}
