using Microsoft.EntityFrameworkCore;
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
        new DbContextOptionsBuilder<SqliteWorkbenchDbContext>().UseSqlite(connectionString).AddInterceptors(new SqlitePragmas()).Options;

    internal static DbContextOptions<PostgresWorkbenchDbContext> PostgresOptions(string connectionString) =>
        new DbContextOptionsBuilder<PostgresWorkbenchDbContext>().UseNpgsql(connectionString).Options;

    private sealed class ContextFactory(StorageLocation location) : IDbContextFactory<WorkbenchDbContext>
    {
        private readonly Func<WorkbenchDbContext> _create = Creator(location);

        public WorkbenchDbContext CreateDbContext() => _create();

        private static Func<WorkbenchDbContext> Creator(StorageLocation location)
        {
            if (location.IsPostgres)
            {
                var postgres = PostgresOptions(location.ConnectionString);
                return () => new PostgresWorkbenchDbContext(postgres);
            }

            var sqlite = SqliteOptions(location.ConnectionString);
            return () => new SqliteWorkbenchDbContext(sqlite);
        }
    }
}
