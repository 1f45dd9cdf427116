using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using LlmRec.Workbench.Perplexity;
using LlmRec.Workbench.Storage;

namespace LlmRec.Workbench.Benchmarks;

/// <summary>
/// Throughput of the language model reader on a tokenised text, on one thread and on two; against KenLM's own query program on the same file where KENLM_QUERY
/// names one; then how long a model of a gigabyte takes to open. PERPLEXITY_MODEL and PERPLEXITY_TEXT name another model and text.
/// </summary>
internal static class PerplexityBenchmark
{
    private const int Rounds = 7;
    private const int Repeats = 300;
    private const int LongestLine = 1 << 20;

    public static async Task RunAsync()
    {
        await MeasureOpeningAsync();
        var path = Environment.GetEnvironmentVariable("PERPLEXITY_MODEL") ?? new LanguageModelInstaller(new StorageLocation(new StorageOptions())).ModelPath;
        if (!File.Exists(path))
        {
            Console.WriteLine($"no throughput: there is no model {path}; run 'lm install' or set PERPLEXITY_MODEL");
            return;
        }

        using var model = LanguageModel.Open(path);
        var text = Path.Combine(Path.GetTempPath(), $"workbench-perplexity-{Environment.ProcessId}.txt");
        try
        {
            WriteText(model, text);
            await MeasureScoringAsync(model, text);
        }
        finally
        {
            File.Delete(text);
        }
    }

    private static async Task MeasureScoringAsync(LanguageModel model, string text)
    {
        var tokens = Score(model, text);
        var kenlm = Environment.GetEnvironmentVariable("KENLM_QUERY");
        Speed one = default, two = default, query = default;
        for (var round = 0; round < Rounds; round++)
        {
            one = one.Best(await MeasureAsync(() => Task.FromResult(Score(model, text))));
            two = two.Best(await MeasureAsync(async () => (await Task.WhenAll(Task.Run(() => Score(model, text)), Task.Run(() => Score(model, text)))).Sum()));
            query = kenlm is null ? query : query.Best(await QueryAsync(kenlm, model.Path, text, tokens));
        }

        Console.WriteLine($"{model.Info.Kind} of order {model.Order}, {tokens} tokens, best of {Rounds}, million tokens per second (and per second of processor time):");
        Console.WriteLine($"one thread {one}; two threads {two}, {two.PerSecond / one.PerSecond:F2} times one ({two.PerCpuSecond / one.PerCpuSecond:F2} per second of processor time)");
        Console.WriteLine(kenlm is null
            ? "KENLM_QUERY is not set: no comparison with KenLM"
            : $"KenLM's query on the same file {query}; one thread is {one.PerSecond / query.PerSecond:F2} times as fast ({one.PerCpuSecond / query.PerCpuSecond:F2} per second of processor time)");
    }

    private static async Task<Speed> MeasureAsync(Func<Task<long>> score)
    {
        using var process = Process.GetCurrentProcess();
        var (started, cpu) = (Stopwatch.GetTimestamp(), process.TotalProcessorTime);
        var tokens = await score();
        var elapsed = Stopwatch.GetElapsedTime(started);
        process.Refresh();
        return new Speed(tokens / elapsed.TotalSeconds, tokens / (process.TotalProcessorTime - cpu).TotalSeconds);
    }

    private static long Score(LanguageModel model, string text)
    {
        using var stream = File.OpenRead(text);
        var lines = new Utf8Lines(stream, LongestLine);
        var tokens = 0L;
        while (lines.TryRead(out var line))
        {
            tokens += model.ScoreSentence(line).Tokens;
        }

        return tokens;
    }

    /// <summary>Without what the program takes to start and to load the model, and without printing of words and lines.</summary>
    private static async Task<Speed> QueryAsync(string program, string model, string text, long tokens)
    {
        var empty = await TimeAsync(program, model, "/dev/null");
        var full = await TimeAsync(program, model, text);
        return new Speed(tokens / (full.Elapsed - empty.Elapsed).TotalSeconds, tokens / (full.Cpu - empty.Cpu));
    }

    /// <summary>The shell says in the second line how much processor time its children took: 0m1.25s 0m0.05s.</summary>
    private static async Task<(TimeSpan Elapsed, double Cpu)> TimeAsync(string program, string model, string text)
    {
        var started = Stopwatch.GetTimestamp();
        var start = new ProcessStartInfo("/bin/sh", ["-c", "\"$0\" -v summary \"$1\" < \"$2\" > /dev/null 2>&1; times", program, model, text]) { RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        var times = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        var parts = times.Split('\n')[1].Split(' ').Select(part => part.TrimEnd('s').Split('m'));
        return (Stopwatch.GetElapsedTime(started), parts.Sum(part => (int.Parse(part[0], CultureInfo.InvariantCulture) * 60) + double.Parse(part[1], CultureInfo.InvariantCulture)));
    }

    /// <summary>The named text many times over, or words of the model in a fixed random order.</summary>
    private static void WriteText(LanguageModel model, string path)
    {
        var lines = Environment.GetEnvironmentVariable("PERPLEXITY_TEXT") is { } named ? File.ReadAllLines(named) : Invent([.. model.ReadWords().Skip(1)]);
        using var writer = File.CreateText(path);
        for (var i = 0; i < Repeats; i++)
        {
            Array.ForEach(lines, writer.WriteLine);
        }
    }

    private static string[] Invent(string[] words)
    {
        var random = new Random(1);
        return [.. Enumerable.Range(0, 500).Select(_ => string.Join(' ', Enumerable.Range(0, 15).Select(_ => words[(int)(words.Length * Math.Pow(random.NextDouble(), 3))])))];
    }

    private static async Task MeasureOpeningAsync()
    {
        var path = Path.Combine(Path.GetTempPath(), $"workbench-gigabyte-{Environment.ProcessId}.bin");
        try
        {
            var size = await WriteGigabyteAsync(path);
            var started = Stopwatch.GetTimestamp();
            using var model = LanguageModel.Open(path);
            var opened = Stopwatch.GetElapsedTime(started);
            var score = model.ScoreSentence("a b c"u8);
            Console.WriteLine($"opening {model.Info.Kind} of {size / 1e9:F2} GB: {opened.TotalMilliseconds:F1} ms (first sentence: {score.Tokens} tokens)");
        }
        finally
        {
            File.Delete(path);
        }
    }

    /// <summary>A probing model with a valid head and empty tables: 16 bytes per bucket of the 2-grams, 12 of the 3-grams.</summary>
    private static async Task<long> WriteGigabyteAsync(string path)
    {
        const long Unigrams = 1 << 20;
        const long Middles = 30L << 20;
        const long Longest = 25L << 20;
        var head = new byte[136 + 8];
        "mmap lm http://kheafield.com/code format version 5\n\0"u8.CopyTo(head);
        MemoryMarshal.Cast<byte, float>(head.AsSpan(0x38))[1] = 1;
        MemoryMarshal.Cast<byte, float>(head.AsSpan(0x38))[2] = -0.5f;
        MemoryMarshal.Cast<byte, uint>(head.AsSpan(0x44))[0] = 1;
        MemoryMarshal.Cast<byte, uint>(head.AsSpan(0x44))[1] = uint.MaxValue;
        head[0x50] = 1;
        head[0x58] = 3;
        MemoryMarshal.Cast<byte, float>(head.AsSpan(0x5C))[0] = 1.5f;
        MemoryMarshal.Cast<byte, long>(head.AsSpan(0x6C, 24))[0] = Unigrams;
        MemoryMarshal.Cast<byte, long>(head.AsSpan(0x6C, 24))[1] = Middles;
        MemoryMarshal.Cast<byte, long>(head.AsSpan(0x6C, 24))[2] = Longest;
        MemoryMarshal.Cast<byte, uint>(head.AsSpan(140))[0] = (uint)Unigrams;
        var size = head.Length + (Unigrams * 3 / 2 * 12) + ((Unigrams + 1) * 8) + (Middles * 3 / 2 * 16) + (Longest * 3 / 2 * 12);
        await using var file = File.Create(path);
        await file.WriteAsync(head);
        file.SetLength(size);
        return size;
    }

    private readonly record struct Speed(double PerSecond, double PerCpuSecond)
    {
        public Speed Best(Speed other) => new(Math.Max(PerSecond, other.PerSecond), Math.Max(PerCpuSecond, other.PerCpuSecond));

        public override string ToString() => $"{PerSecond / 1e6:F2} ({PerCpuSecond / 1e6:F2})";
    }
}
