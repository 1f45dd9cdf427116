using LlmRec.Workbench.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace LlmRec.Workbench.Tests.Storage;

/// <summary>The databases that every storage contract is proved on.</summary>
public enum DatabaseKind
{
    Sqlite,
    Postgres,
}

internal static class DatabaseKinds
{
    /// <summary>A new, migrated database of this kind; skips the running test where its server is missing.</summary>
    public static async Task<TestDatabase> CreateAsync(
        this DatabaseKind kind, PostgresServer postgres, Action<IServiceCollection>? configure = null, Func<WorkbenchDbContext, Task>? before = null)
    {
        if (kind == DatabaseKind.Sqlite)
        {
            return await TestDatabase.CreateAsync(configure, before: before);
        }

        var settings = new Dictionary<string, string?>
        {
            [$"{StorageOptions.Section}:{nameof(StorageOptions.Database)}"] = await postgres.CreateDatabaseAsync(),
            [$"{StorageOptions.Section}:{nameof(StorageOptions.DataFolder)}"] = Path.Combine(Path.GetTempPath(), "workbench-postgres-files", Guid.NewGuid().ToString("N")),
        };
        return await TestDatabase.CreateAsync(configure, settings: settings, before: before);
    }
}
