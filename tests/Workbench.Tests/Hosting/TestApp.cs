using LlmRec.Workbench.Web.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace LlmRec.Workbench.Web.Tests.Hosting;

/// <summary>The real app in this process, on a free loopback port, with a database of its own.</summary>
internal sealed class TestApp : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly DirectoryInfo _folder;
    private bool _serving;

    private TestApp(WebApplication app, DirectoryInfo folder) => (_app, _folder) = (app, folder);

    public HttpClient Client => field ??= new HttpClient { BaseAddress = new Uri(_app.Urls.First()) };
    public IServiceProvider Services => _app.Services;

    public static async Task<TestApp> StartAsync(string urls = "http://127.0.0.1:0")
    {
        var app = await PrepareAsync(urls);
        await app.StartServingAsync();
        return app;
    }

    /// <summary>The app with its database, not yet serving.</summary>
    public static async Task<TestApp> PrepareAsync(string urls = "http://127.0.0.1:0")
    {
        var folder = Directory.CreateTempSubdirectory("workbench-test-");
        var app = WorkbenchApp.Build(Path.Combine(folder.FullName, "workbench.db"), urls, builder => builder.Configuration.AddInMemoryCollection(
            new Dictionary<string, string?> { ["Serilog:MinimumLevel:Default"] = "Fatal" }));
        await WorkbenchApp.PrepareAsync(app.Services, CancellationToken.None);
        return new TestApp(app, folder);
    }

    public async Task StartServingAsync()
    {
        await _app.StartAsync();
        _serving = true;
    }

    public T Get<T>() where T : notnull => Services.GetRequiredService<T>();

    public async ValueTask DisposeAsync()
    {
        if (_serving)
        {
            Client.Dispose();
            await _app.StopAsync();
        }

        await _app.DisposeAsync();
        SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }
}
