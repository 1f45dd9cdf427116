using System.Data.Common;
using System.Runtime.CompilerServices;
using LlmRec.Workbench.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace LlmRec.Workbench.Catalog.Importing;

/// <summary>
/// The rows of one file in a temporary table of the connection, where the database itself finds duplicates and changes: memory does not grow with the file.
/// Nothing outside the table changes until <see cref="WriteAsync"/>; the table is gone when disposed.
/// </summary>
internal sealed class ItemStaging : IAsyncDisposable
{
    private const int LinesPerWrite = 50_000;
    private const string Table = "StagedItems";

    private static readonly string[] Columns = ["Line", "Id", "HasOwnId", "Title", "CategoryId", "Attributes"];

    private readonly WorkbenchDbContext _db;
    private int _lastLine;

    private ItemStaging(WorkbenchDbContext db) => _db = db;

    /// <summary>Keeps the context's connection open until disposed.</summary>
    public static async Task<ItemStaging> CreateAsync(WorkbenchDbContext db, CancellationToken cancellationToken)
    {
        await db.Database.OpenConnectionAsync(cancellationToken);
        var staging = new ItemStaging(db);
        await staging.ExecuteAsync(ItemStagingSql.Create, cancellationToken);
        return staging;
    }

    public async Task LoadAsync(IEnumerable<ItemRow> rows, CancellationToken cancellationToken)
    {
        await BulkRows.WriteAsync(_db, Table, Columns, rows.Select(Values), cancellationToken);
        await ExecuteAsync(ItemStagingSql.Index, cancellationToken);
    }

    /// <summary>Rows whose ID an earlier line has, by line.</summary>
    public IAsyncEnumerable<ItemDuplicate> ReadDuplicatesAsync(CancellationToken cancellationToken) =>
        ReadAsync(ItemStagingSql.Duplicates, r => new ItemDuplicate(r.GetInt32(0), r.GetString(1), r.GetInt32(2) == 1, r.GetInt32(3), r.GetInt32(4) == 1), cancellationToken);

    /// <summary>Keeps the first row of every ID.</summary>
    public Task RemoveDuplicatesAsync(CancellationToken cancellationToken) => ExecuteAsync(ItemStagingSql.RemoveDuplicates, cancellationToken);

    /// <summary>Rows that are not in the catalog as they are here, by line.</summary>
    public IAsyncEnumerable<ItemDifference> ReadDifferencesAsync(CancellationToken cancellationToken) => ReadAsync(
        ItemStagingSql.Differences,
        r => new ItemDifference(r.GetString(0), r.GetString(1), Text(r, 2), r.GetInt32(3) == 1, Text(r, 4), Text(r, 5), r.GetInt32(6) == 1),
        cancellationToken);

    /// <summary>Adds and replaces the products that differ, within the context's transaction.</summary>
    public async Task WriteAsync(Action<double> progress, CancellationToken cancellationToken)
    {
        for (var from = 0; from < _lastLine; from += LinesPerWrite)
        {
            await using var command = Command(ItemStagingSql.Write);
            command.Parameters.Add(Parameter(command, "@from", from));
            command.Parameters.Add(Parameter(command, "@to", from + LinesPerWrite));
            await command.ExecuteNonQueryAsync(cancellationToken);
            progress(Math.Min(1, (double)(from + LinesPerWrite) / _lastLine));
        }
    }

    // A pooled connection keeps its temporary tables.
    public async ValueTask DisposeAsync()
    {
        await ExecuteAsync(ItemStagingSql.Drop, CancellationToken.None);
        await _db.Database.CloseConnectionAsync();
    }

    private object?[] Values(ItemRow row)
    {
        _lastLine = row.Line;
        return [row.Line, row.Id, row.HasOwnId ? 1 : 0, row.Title, row.CategoryId, row.Attributes];
    }

    private async IAsyncEnumerable<T> ReadAsync<T>(string sql, Func<DbDataReader, T> read, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var command = Command(sql);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            yield return read(reader);
        }
    }

    private async Task ExecuteAsync(string sql, CancellationToken cancellationToken)
    {
        await using var command = Command(sql);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private DbCommand Command(string sql)
    {
        var command = _db.Database.GetDbConnection().CreateCommand();
        command.Transaction = _db.Database.CurrentTransaction?.GetDbTransaction();
        command.CommandText = sql;
        command.CommandTimeout = 0;
        return command;
    }

    private static DbParameter Parameter(DbCommand command, string name, int value)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, value);
        return parameter;
    }

    private static string? Text(DbDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);
}

/// <summary>A line whose ID stands in an earlier one.</summary>
internal sealed record ItemDuplicate(int Line, string Id, bool HasOwnId, int FirstLine, bool SameCategory);

/// <summary>What a file says about a product, beside what the catalog says.</summary>
internal sealed record ItemDifference(string Id, string Title, string? CategoryId, bool IsNew, string? OldTitle, string? OldCategoryId, bool IsEdited);
