using System.Diagnostics;
using LlmRec.Workbench.Catalog;
using LlmRec.Workbench.Mapping;
using LlmRec.Workbench.Storage;
using LlmRec.Workbench.Web.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace LlmRec.Workbench.Benchmarks;

/// <summary>Builds the mapping index of a generated tree of 10,000 names and maps 10,000 other names against it, twice.</summary>
internal static class MappingBenchmark
{
    private static readonly string[] Kinds = ["儿童", "户外", "家用", "车载", "便携", "复古", "不锈钢", "实木", "电动", "硅胶", "真皮", "纯棉", "折叠", "智能", "迷你", "防水", "加厚", "一次性", "婴儿", "宠物"];
    private static readonly string[] Uses = ["厨房", "浴室", "办公", "旅行", "露营", "园艺", "运动", "学习", "清洁", "收纳", "烘焙", "照明", "缝纫", "钓鱼", "骑行", "摄影", "音响", "美容", "医疗", "节日", "宴会", "茶道", "绘画", "登山", "游泳"];
    private static readonly string[] Things = ["水杯", "背包", "台灯", "桌子", "椅子", "手套", "帽子", "雨伞", "毛巾", "箱子", "支架", "套装", "刷子", "剪刀", "地垫", "贴纸", "锅具", "风扇", "音箱", "玩具"];

    public static async Task RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("workbench-benchmark-");
        await using (var services = new ServiceCollection()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(
                new Dictionary<string, string?> { ["Storage:Database"] = Path.Combine(folder.FullName, "bench.db") }).Build())
            .AddLogging().AddWorkbenchCore().BuildServiceProvider())
        {
            await services.GetRequiredService<DatabaseSetup>().MigrateAsync();
            await FillAsync(services);
            await services.GetRequiredService<CatalogService>().GetTreeAsync();
            var mapper = services.GetRequiredService<CategoryMapper>();
            await MeasureAsync("index of 10,000 names and the first text", () => mapper.MapAsync(["保温杯"], 10));
            var names = Names().Reverse().Select(name => name[2..] + "用" + name[..2]).ToList();
            await MeasureAsync("10,000 names", () => mapper.MapAsync(names, 10));
            await MeasureAsync("10,000 names again", () => mapper.MapAsync(names, 10));
        }

        folder.Delete(recursive: true);
    }

    private static async Task FillAsync(IServiceProvider services)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<WorkbenchDbContext>>().CreateDbContextAsync();
        db.AddRange(Names().Select((name, i) => new Category { Id = $"c{i}", Name = name, Path = name, Depth = 1, IsLeaf = true, Position = i }));
        await db.SaveChangesAsync();
    }

    internal static IEnumerable<string> Names() => from kind in Kinds from use in Uses from thing in Things select kind + use + thing;

    private static async Task MeasureAsync(string what, Func<Task<IReadOnlyList<MappingResult>>> map)
    {
        using var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        var watch = Stopwatch.StartNew();
        var results = await map();
        process.Refresh();
        Console.WriteLine(FormattableString.Invariant(
            $"{what}: {watch.Elapsed.TotalSeconds:0.00} s, processor {(process.TotalProcessorTime - before).TotalSeconds:0.00} s, {results.Count(r => r.Outcome == MappingOutcome.Mapped)} mapped, resident {process.WorkingSet64 / 1048576} MB"));
    }
}
