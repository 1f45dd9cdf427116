using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using System.Diagnostics;
using LlmRec.Workbench.Runs;
using LlmRec.Workbench.Security;
using LlmRec.Workbench.Storage;
using LlmRec.Workbench.Web.Hosting;
using Microsoft.EntityFrameworkCore;

namespace LlmRec.Workbench.Benchmarks;

/// <summary>
/// Runs 2,000 items through the whole app (Hangfire, pipeline, HTTP, parser, mapping, storage) against the simulator in another process. Prints the rate beside
/// the ideal one (concurrency / latency), and the app's resident memory afterwards.
/// </summary>
internal static class RunsBenchmark
{
    private const int Items = 2000;
    private const int Concurrency = 64;

    public static async Task RunAsync()
    {
        foreach (var latency in new[] { 200, 0 })
        {
            await MeasureAsync(latency);
        }
    }

    private static async Task MeasureAsync(int latency)
    {
        using var simulator = await SimulatorProcess.StartAsync(latency);
        var folder = Directory.CreateTempSubdirectory("workbench-benchmark-");
        await using var app = WorkbenchApp.Build(Path.Combine(folder.FullName, "bench.db"), "http://127.0.0.1:0", builder =>
            builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
            {
                ["Models:Default"] = "sim",
                ["Models:Profiles:sim:Kind"] = "openai-compatible",
                ["Models:Profiles:sim:Endpoint"] = simulator.Endpoint,
                ["Models:Profiles:sim:Model"] = "sim-1",
                ["Models:Profiles:sim:Concurrency"] = $"{Concurrency}",
                ["Serilog:MinimumLevel:Default"] = "Warning",
            }));
        await WorkbenchApp.PrepareAsync(app.Services, CancellationToken.None);
        await AddLeavesAsync(app.Services);
        await app.StartAsync();

        // The warm-up asks another prompt, so that the measured run finds nothing in the cache.
        await RunAsync(app.Services, "complements-en", 200);
        var (seconds, summary) = await RunAsync(app.Services, "complements-zh", Items);
        var rate = Items / seconds;
        var ofIdeal = latency == 0 ? "" : FormattableString.Invariant($", {rate * latency / (Concurrency * 1000.0):0%} of the ideal {Concurrency * 1000 / latency}");
        Console.WriteLine(FormattableString.Invariant(
            $"latency {latency} ms, concurrency {Concurrency}: {Items} items in {seconds:0.00} s = {rate:0} items/s stored{ofIdeal}, {summary.Counts.GetValueOrDefault(ItemOutcome.Succeeded)} succeeded"));
        Console.WriteLine(FormattableString.Invariant($"resident memory {Process.GetCurrentProcess().WorkingSet64 / 1048576} MB"));
        await app.StopAsync();
        folder.Delete(recursive: true);
    }

    // The sample has 641 leaves: siblings of them make up the rest, so that every prompt is different and none comes from the cache.
    private static async Task AddLeavesAsync(IServiceProvider services)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<WorkbenchDbContext>>().CreateDbContextAsync();
        var leaves = await db.Categories.Where(c => c.IsLeaf).ToListAsync();
        db.Categories.AddRange(Enumerable.Range(1, 4).SelectMany(copy => leaves.Select(leaf => new Catalog.Category
        {
            Id = $"{leaf.Id}-{copy}", ParentId = leaf.ParentId, Name = $"{leaf.Name}{copy}", Path = $"{leaf.Path}{copy}", Depth = leaf.Depth, IsLeaf = true,
            Position = leaf.Position,
        })));
        db.CatalogImports.Add(new Catalog.CatalogImport { Kind = "categories", FileName = "benchmark", CatalogName = "benchmark", Format = "generated", By = "benchmark" });
        await db.SaveChangesAsync();
    }

    private static async Task<(double Seconds, RunSummary Summary)> RunAsync(IServiceProvider services, string prompt, int limit)
    {
        var watch = Stopwatch.StartNew();
        var run = await services.GetRequiredService<RunControl>().StartAsync(Caller.SingleUser("benchmark"), new RunRequest("complements", prompt, Limit: limit));
        while (true)
        {
            await Task.Delay(20);
            var summary = (await services.GetRequiredService<RunQueries>().GetAsync(run.Id))!;
            if (!summary.IsLive)
            {
                return (watch.Elapsed.TotalSeconds, summary);
            }
        }
    }
}
