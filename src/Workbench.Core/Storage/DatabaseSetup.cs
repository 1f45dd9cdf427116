using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace LlmRec.Workbench.Storage;

/// <summary>Brings the database to the schema of this version, after a backup where there is something to lose.</summary>
public sealed class DatabaseSetup(
    IDbContextFactory<WorkbenchDbContext> contexts, StorageLocation location, TimeProvider time, ILogger<DatabaseSetup> logger)
{
    /// <summary>Applies all pending migrations. Before a migration of an existing SQLite database a consistent copy goes to the backups folder.</summary>
    public async Task MigrateAsync(CancellationToken cancellationToken = default)
    {
        Directory.CreateDirectory(location.DataFolder);
        if (location.DatabaseFile is { } file)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var pending = (await db.Database.GetPendingMigrationsAsync(cancellationToken)).ToList();
        if (pending.Count == 0)
        {
            return;
        }

        if ((await db.Database.GetAppliedMigrationsAsync(cancellationToken)).Any())
        {
            await BackUpAsync(pending[0], cancellationToken);
        }

        await db.Database.MigrateAsync(cancellationToken);
    }

    private async Task BackUpAsync(string beforeMigration, CancellationToken cancellationToken)
    {
        if (location.DatabaseFile is null)
        {
            logger.LogWarning("Migrating the PostgreSQL database to {Migration}. Its backup is the server's: use pg_dump before upgrading.", beforeMigration);
            return;
        }

        Directory.CreateDirectory(location.BackupsFolder);
        var file = Path.Combine(location.BackupsFolder, $"{time.GetUtcNow():yyyyMMdd-HHmmss}-before-{beforeMigration}.db");
        await using var source = new SqliteConnection(location.ConnectionString);
        await using var target = new SqliteConnection($"Data Source={file};Pooling=False");
        await source.OpenAsync(cancellationToken);
        await target.OpenAsync(cancellationToken);
        source.BackupDatabase(target);
        logger.LogInformation("Backed up the database to {File} before migrating it.", file);
    }
}
