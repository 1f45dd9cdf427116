using System.Diagnostics;
using System.Globalization;
using System.Text;
using LlmRec.Workbench.Storage;

namespace LlmRec.Workbench.Benchmarks;

/// <summary>Imports a million generated titles as CSV, JSON Lines and Parquet with the real command line in a process of its own, each into a new SQLite file; then the same CSV again.</summary>
internal static class TitleImportBenchmark
{
    private const int Titles = 1_000_000;
    private const int Categories = 2_000;
    private const int WordsPerTitle = 6;

    private static readonly string[] Words =
        ["夏季", "新款", "法式", "复古", "碎花", "雪纺", "连衣裙", "女士", "修身", "显瘦", "纯棉", "宽松", "帆布鞋", "双肩包", "大容量", "防水", "轻便", "Nike", "男童", "羽绒服", "加厚", "保暖", "韩版", "学生"];

    public static async Task RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("workbench-benchmark-").FullName;
        try
        {
            var tree = Path.Combine(folder, "tree.tsv");
            await File.WriteAllLinesAsync(tree, Enumerable.Range(0, Categories).Select(i => $"c{i}\t类目{i}").Prepend("id\tname"));
            foreach (var file in Write(folder))
            {
                var database = Path.Combine(folder, Path.GetExtension(file)[1..] + ".db");
                await ImportAsync("categories", tree, database);
                var first = await ImportAsync("items", file, database);
                var again = await ImportAsync("items", file, database);
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"{Titles:N0} titles, {Path.GetExtension(file)[1..]} of {new FileInfo(file).Length >> 20} MB: {first}; unchanged again: {again}"));
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string[] Write(string folder)
    {
        string[] files = [.. new[] { "csv", "jsonl", "parquet" }.Select(format => Path.Combine(folder, $"titles.{format}"))];
        using (var csv = new StreamWriter(files[0], append: false, Encoding.UTF8))
        using (var json = new StreamWriter(files[1]))
        {
            csv.WriteLine("id,category_id,title,品牌,颜色");
            var random = new Random(7);
            for (var i = 0; i < Titles; i++)
            {
                var title = string.Join(' ', random.GetItems(Words, WordsPerTitle)) + $" 货号{i}";
                var (category, brand, colour) = (i * 31L % Categories, Words[i % Words.Length], Words[i * 7 % Words.Length]);
                csv.WriteLine($"{600_000_000 + i},c{category},{title},{brand},{colour}");
                json.WriteLine($$$"""{"id":"{{{600_000_000 + i}}}","category_id":"c{{{category}}}","title":"{{{title}}}","attributes":{"品牌":"{{{brand}}}","颜色":"{{{colour}}}"}}""");
            }
        }

        using var duck = DuckDb.Open();
        DuckDb.Execute(duck, $"COPY (SELECT * FROM read_json({DuckDb.Literal(files[1])}, format='newline_delimited')) TO {DuckDb.Literal(files[2])} (FORMAT parquet)");
        return files;
    }

    private static async Task<Figures> ImportAsync(string kind, string file, string database)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "LlmRec.Workbench.dll");
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(new ProcessStartInfo("dotnet", [program, "import", kind, file, "--database", database])
        {
            RedirectStandardOutput = true, RedirectStandardError = true,
        })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        var (peak, processor) = (0L, TimeSpan.Zero);
        while (!process.HasExited)
        {
            peak = Math.Max(peak, Peak(process.Id));
            processor = ProcessorTime(process) ?? processor;
            await Task.WhenAny(process.WaitForExitAsync(), Task.Delay(50));
        }

        var said = await output + await errors;
        return process.ExitCode == 0 ? new Figures(watch.Elapsed, processor, peak >> 10) : throw new InvalidOperationException($"import {kind} ended with {process.ExitCode}: {said}");
    }

    /// <summary>VmHWM in KB; 0 where the process has just ended or the system is not Linux.</summary>
    private static long Peak(int process)
    {
        try
        {
            var line = File.ReadLines($"/proc/{process}/status").FirstOrDefault(text => text.StartsWith("VmHWM:", StringComparison.Ordinal));
            return line is null ? 0 : long.Parse(line.AsSpan(6).Trim().TrimEnd("kB "), CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            return 0;
        }
    }

    private static TimeSpan? ProcessorTime(Process process)
    {
        try
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
        catch (InvalidOperationException)
        {
            // It has ended since the loop looked.
            return null;
        }
    }

    /// <summary>The time on the wall, the time of all processors, which a busy machine does not stretch, and the most memory held resident, in MB, as the kernel counted it.</summary>
    private sealed record Figures(TimeSpan Time, TimeSpan Processor, long PeakMb)
    {
        public override string ToString() =>
            string.Create(CultureInfo.InvariantCulture, $"{Time.TotalSeconds:0.0} s ({Processor.TotalSeconds:0.0} s of processor time), peak {PeakMb} MB");
    }
}
