using System.Diagnostics;
using LlmRec.Workbench.Catalog;
using LlmRec.Workbench.Catalog.Importing;
using LlmRec.Workbench.Security;
using LlmRec.Workbench.Storage;
using LlmRec.Workbench.Web.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace LlmRec.Workbench.Benchmarks;

/// <summary>Imports a generated tree of 10,281 nodes in the shape of a large public taxonomy into a new SQLite file, three times: first, unchanged, and with every name changed; then a million titles.</summary>
internal static class ImportBenchmark
{
    private const int Nodes = 10_281;
    private const int ChildrenPerNode = 5;

    public static async Task RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("workbench-benchmark-");
        await using var services = new ServiceCollection()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(
                new Dictionary<string, string?> { ["Storage:Database"] = Path.Combine(folder.FullName, "bench.db") }).Build())
            .AddLogging().AddWorkbenchCore().BuildServiceProvider();
        await services.GetRequiredService<DatabaseSetup>().MigrateAsync();
        await ImportAsync(services, folder, "first import", "类目");
        await ImportAsync(services, folder, "unchanged", "类目");
        await ImportAsync(services, folder, "all renamed", "新类目");
        folder.Delete(recursive: true);
        await TitleImportBenchmark.RunAsync();
    }

    private static async Task ImportAsync(IServiceProvider services, DirectoryInfo folder, string what, string name)
    {
        var file = Path.Combine(folder.FullName, "tree.tsv");
        await File.WriteAllLinesAsync(file, Enumerable.Range(0, Nodes)
            .Select(i => $"c{i}\t{(i == 0 ? "" : $"c{(i - 1) / ChildrenPerNode}")}\t{name}{i}").Prepend("id\tparent_id\tname"));
        var watch = Stopwatch.StartNew();
        var report = await services.GetRequiredService<CatalogImporter>().ImportAsync(
            Caller.SingleUser("benchmark"), new ImportRequest(ImportKinds.Categories, file, "tree.tsv"));
        Console.WriteLine(FormattableString.Invariant(
            $"{what}: {report.Total} nodes in {watch.Elapsed.TotalSeconds:0.00} s, {report.Rejections.Count} rejected, resident {Process.GetCurrentProcess().WorkingSet64 / 1048576} MB"));
    }
}
