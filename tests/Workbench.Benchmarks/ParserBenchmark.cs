using System.Diagnostics;
using System.Text;
using System.Text.Json;
using LlmRec.Workbench.Complements;

namespace LlmRec.Workbench.Benchmarks;

/// <summary>
/// Throughput and allocation of the answer parser on the corpus of odd answers and on the sample's recorded answers, then its growth on hostile texts:
/// eight times the length must not take much more than eight times as long.
/// </summary>
internal static class ParserBenchmark
{
    private const int Rounds = 60;
    private const int BytesPerRound = 4_000_000;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);
    private static readonly string[] Hostile = ["，", "a,", "a:", "([{", "'", "\"", "[\"", "{\"a\":", "。", "1.", "\n1. a", "（a", "衬衫 ", "搭配", "**", "<think>", "``` ", "\\", "|a", "😀", "是，"];

    public static Task RunAsync()
    {
        var odd = Read("odd-answers.jsonl", (Odd row) => new Sample(row.Answer, row.Source));
        var recorded = Read("knowledge.complements.jsonl", (Recorded row) => new Sample(row.Answer, row.Subject));
        Measure("odd answers", odd);
        Measure("odd answers below 5 kB", odd.Where(sample => sample.Answer.Length < 5000).ToList());
        Measure("recorded answers", recorded);
        foreach (var unit in Hostile)
        {
            MeasureGrowth(unit);
        }

        return Task.CompletedTask;
    }

    private static void Measure(string name, List<Sample> samples)
    {
        var bytes = samples.Sum(sample => Encoding.UTF8.GetByteCount(sample.Answer));
        var times = Math.Max(1, BytesPerRound / bytes);
        var best = TimeSpan.MaxValue;
        var allocated = 0L;
        for (var round = 0; round < Rounds; round++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            var started = Stopwatch.GetTimestamp();
            for (var i = 0; i < times; i++)
            {
                foreach (var sample in samples)
                {
                    ComplementAnswerParser.Parse(sample.Answer, sample.Source);
                }
            }

            var elapsed = Stopwatch.GetElapsedTime(started);
            best = elapsed < best ? elapsed : best;
            allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        }

        var answers = (long)times * samples.Count;
        Console.WriteLine(
            $"{name}: {bytes * (double)times / best.TotalSeconds / 1e6:F0} MB/s, {best.TotalNanoseconds / answers:F0} ns per answer of {bytes / samples.Count} bytes, {allocated / answers} bytes allocated per answer");
    }

    private static void MeasureGrowth(string unit)
    {
        var small = Best(string.Concat(Enumerable.Repeat(unit, 50_000 / unit.Length)));
        var large = Best(string.Concat(Enumerable.Repeat(unit, 400_000 / unit.Length)));
        Console.WriteLine($"growth of {JsonSerializer.Serialize(unit)}: 50 kB {small.TotalMilliseconds:F2} ms, 400 kB {large.TotalMilliseconds:F2} ms, factor {large / small:F1}");
    }

    private static TimeSpan Best(string answer)
    {
        var best = TimeSpan.MaxValue;
        for (var i = 0; i < 15; i++)
        {
            var started = Stopwatch.GetTimestamp();
            ComplementAnswerParser.Parse(answer, "牛仔裤");
            var elapsed = Stopwatch.GetElapsedTime(started);
            best = elapsed < best ? elapsed : best;
        }

        return best;
    }

    private static List<Sample> Read<T>(string file, Func<T, Sample> map) =>
        File.ReadLines(Path.Combine(AppContext.BaseDirectory, file)).Select(line => map(JsonSerializer.Deserialize<T>(line, Json)!)).ToList();

    private sealed record Sample(string Answer, string Source);

    private sealed record Odd(string Answer, string Source);

    private sealed record Recorded(string Subject, string Answer);
}
