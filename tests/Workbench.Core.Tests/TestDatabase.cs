using LlmRec.Workbench.Catalog;
using LlmRec.Workbench.Sample;
using LlmRec.Workbench.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace LlmRec.Workbench.Tests;

/// <summary>A real SQLite database in a folder of its own, with the services under test around it; everything is deleted at the end.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private TestDatabase(string folder, ServiceProvider services, FakeTimeProvider time)
    {
        Folder = folder;
        _services = services;
        Time = time;
    }

    public string Folder { get; }
    public string File => System.IO.Path.Combine(Folder, "workbench.db");
    public FakeTimeProvider Time { get; }
    public IServiceProvider Services => _services;

    /// <param name="configure">Registers the capabilities under test; storage, time, logging, configuration and the catalog are there already.</param>
    /// <param name="sample">Whether to fill the database with the sample catalog.</param>
    /// <param name="settings">Configuration keys and values, as in appsettings.json.</param>
    /// <param name="before">What happens to the empty database before its migration, such as an earlier version filling it.</param>
    public static async Task<TestDatabase> CreateAsync(
        Action<IServiceCollection>? configure = null, bool sample = false, IReadOnlyDictionary<string, string?>? settings = null, Func<WorkbenchDbContext, Task>? before = null)
    {
        var folder = Directory.CreateTempSubdirectory("workbench-test-").FullName;
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 1, 5, 8, 0, 0, TimeSpan.Zero));
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?> { ["Storage:Database"] = System.IO.Path.Combine(folder, "workbench.db") })
            .AddInMemoryCollection(settings ?? new Dictionary<string, string?>())
            .Build();
        var services = new ServiceCollection()
            .AddSingleton<IConfiguration>(configuration).AddSingleton<TimeProvider>(time).AddLogging().AddStorage().AddCatalog();
        configure?.Invoke(services);
        var database = new TestDatabase(folder, services.BuildServiceProvider(), time);
        await database.PrepareAsync(sample, before);
        return database;
    }

    public T Get<T>() where T : notnull => _services.GetRequiredService<T>();

    public WorkbenchDbContext Open() => Get<IDbContextFactory<WorkbenchDbContext>>().CreateDbContext();

    /// <summary>Stores entities just as they are.</summary>
    public async Task AddAsync(params object[] entities)
    {
        await using var db = Open();
        db.AddRange(entities);
        await db.SaveChangesAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        SqliteConnection.ClearPool(new SqliteConnection($"Data Source={File}"));
        Directory.Delete(Folder, recursive: true);
    }

    private async Task PrepareAsync(bool sample, Func<WorkbenchDbContext, Task>? before)
    {
        await using (var db = Open())
        {
            if (before is not null)
            {
                await before(db);
            }

            if (db.Database.GetMigrations().Any())
            {
                await Get<DatabaseSetup>().MigrateAsync();
            }
            else
            {
                await db.Database.EnsureCreatedAsync();
            }
        }

        if (sample)
        {
            await Get<SampleCatalog>().SeedIfEmptyAsync();
        }
    }
}
