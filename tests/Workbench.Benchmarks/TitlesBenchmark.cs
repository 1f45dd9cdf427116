using System.Diagnostics;
using LlmRec.Workbench.Catalog;
using LlmRec.Workbench.Runs;
using LlmRec.Workbench.Security;
using LlmRec.Workbench.Storage;
using LlmRec.Workbench.Titles;
using LlmRec.Workbench.Titles.Baseline;
using LlmRec.Workbench.Titles.Checks;
using LlmRec.Workbench.Titles.Files;
using LlmRec.Workbench.Web.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace LlmRec.Workbench.Benchmarks;

/// <summary>
/// Titles on 10,000 categories and 100,000 products: building the baseline, sentences by rule and checks on one core, a file of titles, and a titles run against
/// the simulator, without latency, in another process.
/// </summary>
internal static class TitlesBenchmark
{
    private const int Categories = 10_000;
    private const int Items = 100_000;
    private const int Measured = 20_000;
    private const int RunItems = 2_000;
    private const int Concurrency = 64;

    private static readonly string[] Words =
        ["夏季", "新款", "法式", "复古", "碎花", "雪纺", "连衣裙", "女士", "修身", "显瘦", "纯棉", "宽松", "帆布鞋", "双肩包", "大容量", "防水", "轻便", "Nike", "男童", "羽绒服", "加厚", "保暖", "韩版", "学生"];

    public static async Task RunAsync()
    {
        using var simulator = await SimulatorProcess.StartAsync(latencyMilliseconds: 0);
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
        await FillAsync(app.Services);
        await app.StartAsync();
        await MeasureRulesAsync(app.Services);
        await MeasureFileAsync(app.Services, new TitleFileRequest(ByRule: true), "by rule");
        await MeasureFileAsync(app.Services, new TitleFileRequest("offline"), "offline");
        await MeasureRunAsync(app.Services);
        await app.StopAsync();
        folder.Delete(recursive: true);
    }

    private static async Task MeasureRulesAsync(IServiceProvider services)
    {
        var baselines = services.GetRequiredService<BaselineService>();
        var watch = Stopwatch.StartNew();
        var baseline = await baselines.GetAsync();
        Print("baseline built", watch.Elapsed, 1);

        var titles = Titles(Measured).Select((title, i) => TitleText.Parse(title, $$"""{"品牌": "{{Words[i % Words.Length]}}", "材质": "棉"}""")).ToList();
        for (var round = 0; round < 3; round++)
        {
            watch.Restart();
            var sentences = titles.ConvertAll(title => baseline.Normalise(title).Sentence);
            Print("sentences by rule, one core", watch.Elapsed, Measured);
            watch.Restart();
            var sound = titles.Where((title, i) => TitleChecks.Check(title, sentences[i], baseline.Facts(title)).Count == 0).Count();
            Print($"facts and checks, one core ({sound} sound)", watch.Elapsed, Measured);
        }
    }

    private static async Task MeasureFileAsync(IServiceProvider services, TitleFileRequest request, string name)
    {
        var normaliser = services.GetRequiredService<TitleFileNormaliser>();
        using var file = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(string.Join('\n', Titles(Measured))));
        var watch = Stopwatch.StartNew();
        var measured = 0;
        await foreach (var title in normaliser.NormaliseAsync(file, request))
        {
            measured += title.Perplexity is null ? 0 : 1;
        }

        Print($"titles of a file, {name} ({measured} with perplexity)", watch.Elapsed, Measured);
    }

    private static async Task MeasureRunAsync(IServiceProvider services)
    {
        // The first run warms up; the second asks the other prompt, so it finds nothing in the cache.
        foreach (var (prompt, limit) in new[] { ("titles-en", 200), ("titles-zh", RunItems) })
        {
            var watch = Stopwatch.StartNew();
            var run = await services.GetRequiredService<RunControl>().StartAsync(Caller.SingleUser("benchmark"), new RunRequest(TitleRunKind.KindName, prompt, Limit: limit));
            var planned = watch.Elapsed;
            while ((await services.GetRequiredService<RunQueries>().GetAsync(run.Id))!.IsLive)
            {
                await Task.Delay(20);
            }

            Print($"titles run of {limit} items stored (planned in {planned.TotalSeconds:0.00} s)", watch.Elapsed, limit);
        }
    }

    private static async Task FillAsync(IServiceProvider services)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<WorkbenchDbContext>>().CreateDbContextAsync();
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        db.Categories.AddRange(Enumerable.Range(0, Categories).Select(i => new Category
        {
            Id = $"bench-{i}", Name = $"{Words[i % Words.Length]}{Words[i / Words.Length % Words.Length]}", Path = $"bench {i}", IsLeaf = true, Position = i,
        }));
        var random = new Random(11);
        db.Items.AddRange(Titles(Items).Select((title, i) => new Item
        {
            Id = $"bench-{i}", CategoryId = $"bench-{random.Next(Categories)}", Title = title, Attributes = $$"""{"品牌": "{{Words[i % Words.Length]}}", "材质": "棉"}""",
        }));
        await db.SaveChangesAsync();
    }

    // Generated ones are enough to compare; TITLES_FILE names a file of real ones, one a line.
    private static IEnumerable<string> Titles(int count)
    {
        if (Environment.GetEnvironmentVariable("TITLES_FILE") is { } file)
        {
            var lines = File.ReadAllLines(file);
            return Enumerable.Range(0, count).Select(i => $"{lines[i % lines.Length]} {i / lines.Length}");
        }

        var random = new Random(7);
        return Enumerable.Range(0, count).Select(i => $"{string.Concat(random.GetItems(Words, 9))} 货号{i}");
    }

    private static void Print(string what, TimeSpan time, int count) =>
        Console.WriteLine(FormattableString.Invariant($"{what}: {time.TotalSeconds:0.00} s{(count == 1 ? "" : FormattableString.Invariant($" = {count / time.TotalSeconds:N0}/s"))}"));
}
