using LlmRec.Workbench.Perplexity;
using LlmRec.Workbench.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace LlmRec.Workbench.EndToEnd;

/// <summary>A folder for one test with an app process on it, and a way to look into its database.</summary>
internal sealed class Installation : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("workbench-e2e-");

    public Installation(IReadOnlyDictionary<string, string>? environment = null)
    {
        App = new AppProcess(_folder.FullName, environment);
        if (Environment.GetEnvironmentVariable("WORKBENCH_TEST_MODELS") is { Length: > 0 } models)
        {
            var location = new StorageLocation(new StorageOptions { Database = App.Database });
            Directory.CreateDirectory(location.DataFolder);
            Directory.CreateSymbolicLink(location.ModelsFolder, models);
        }
    }

    public AppProcess App { get; }
    public string Folder => _folder.FullName;

    /// <summary>Whether the app finds the Chinese language model.</summary>
    public bool HasChineseModel => File.Exists(Path.Combine(Folder, "models", LanguageModelInstaller.FileName));

    /// <summary>Reads the database beside the running (or dead) app.</summary>
    public async Task<T> ReadAsync<T>(Func<WorkbenchDbContext, Task<T>> read)
    {
        await using var services = new ServiceCollection()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["Storage:Database"] = App.Database }).Build())
            .AddLogging().AddStorage().BuildServiceProvider();
        await using var db = await services.GetRequiredService<IDbContextFactory<WorkbenchDbContext>>().CreateDbContextAsync();
        return await read(db);
    }

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }
}
