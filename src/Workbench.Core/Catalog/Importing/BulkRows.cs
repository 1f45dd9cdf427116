using LlmRec.Workbench.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace LlmRec.Workbench.Catalog.Importing;

/// <summary>Runs one prepared statement for many rows inside the context's transaction: a large file must not hold SQLite's one write lock for long.</summary>
internal static class BulkRows
{
    /// <param name="sql">Takes the parameters @p0, @p1, … in the order of a row's values.</param>
    public static async Task WriteAsync(WorkbenchDbContext db, string sql, IEnumerable<object[]> rows, CancellationToken cancellationToken)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        command.CommandText = sql;
        foreach (var row in rows)
        {
            while (command.Parameters.Count < row.Length)
            {
                var parameter = command.CreateParameter();
                parameter.ParameterName = $"@p{command.Parameters.Count}";
                command.Parameters.Add(parameter);
            }

            for (var i = 0; i < row.Length; i++)
            {
                command.Parameters[i].Value = row[i];
            }

            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }
}
