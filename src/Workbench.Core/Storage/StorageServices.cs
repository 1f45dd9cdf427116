using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace LlmRec.Workbench.Storage;

/// <summary>Registers the database, its writer and its folders.</summary>
public static class StorageServices
{
    public static IServiceCollection AddStorage(this IServiceCollection services)
    {
        services.AddOptions<StorageOptions>().BindConfiguration(StorageOptions.Section);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(provider => new StorageLocation(provider.GetRequiredService<IOptions<StorageOptions>>().Value));
        services.AddSingleton<IDbContextFactory<WorkbenchDbContext>, ContextFactory>();
        services.AddSingleton<DatabaseSetup>();
        services.AddSingleton<StorageWriter>();
        return services;
    }

    internal static DbContextOptions<SqliteWorkbenchDbContext> SqliteOptions(string connectionString) =>
        new DbContextOptionsBuilder<SqliteWorkbenchDbContext>().UseSqlite(connectionString).AddInterceptors(new SqlitePragmas(), new StorableText()).Options;

    internal static DbContextOptions<PostgresWorkbenchDbContext> PostgresOptions(string connectionString) =>
        new DbContextOptionsBuilder<PostgresWorkbenchDbContext>().UseNpgsql(connectionString).AddInterceptors(new StorableText()).Options;

    private sealed class ContextFactory(StorageLocation location) : IDbContextFactory<WorkbenchDbContext>
    {
        private readonly Func<WorkbenchDbContext> _create = Creator(location);

        public WorkbenchDbContext CreateDbContext() => _create();

        // Pooled: a run creates thousands of contexts, and most of a context's cost is building its services.
        private static Func<WorkbenchDbContext> Creator(StorageLocation location) => location.IsPostgres
            ? new PooledDbContextFactory<PostgresWorkbenchDbContext>(PostgresOptions(location.ConnectionString)).CreateDbContext
            : new PooledDbContextFactory<SqliteWorkbenchDbContext>(SqliteOptions(location.ConnectionString)).CreateDbContext;
    }
}
