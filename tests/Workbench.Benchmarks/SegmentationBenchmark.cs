using System.Diagnostics;
using LlmRec.Workbench.Perplexity;
using LlmRec.Workbench.Storage;

namespace LlmRec.Workbench.Benchmarks;

/// <summary>Characters per second of segmentation and scoring together, on short texts on one thread and on all, and on one long text. PERPLEXITY_MODEL names another model.</summary>
internal static class SegmentationBenchmark
{
    private const int Texts = 20_000;
    private const int WordsPerText = 14;
    private const int Rounds = 5;
    private const int LongText = 10_000;

    public static async Task RunAsync()
    {
        var path = Environment.GetEnvironmentVariable("PERPLEXITY_MODEL") ?? new LanguageModelInstaller(new StorageLocation(new StorageOptions())).ModelPath;
        if (!File.Exists(path))
        {
            Console.WriteLine($"there is no model {path}; run 'lm install' or set PERPLEXITY_MODEL");
            return;
        }

        using var model = LanguageModel.Open(path);
        var scorer = new KenlmScorer(model);
        var texts = Invent([.. model.ReadWords().Skip(1)]);
        var joined = string.Concat(texts)[..LongText];
        for (var round = 1; round <= Rounds; round++)
        {
            var one = await MeasureAsync(texts.Sum(t => t.Length), () => Task.Run(() => texts.ForEach(t => scorer.Score(t))));
            var all = await MeasureAsync(texts.Sum(t => t.Length), () => scorer.ScoreAsync(texts));
            var whole = await MeasureAsync(LongText, () => Task.Run(() => scorer.Score(joined)));
            Console.WriteLine($"round {round}, characters per second of processor time: {Texts} titles {one:N0}; on all cores {all:N0}; one text of {LongText} characters {whole:N0}");
        }
    }

    private static List<string> Invent(string[] words)
    {
        var random = new Random(1);
        return [.. Enumerable.Range(0, Texts).Select(_ => string.Concat(Enumerable.Range(0, WordsPerText).Select(_ => words[random.Next(words.Length)])))];
    }

    private static async Task<double> MeasureAsync(long characters, Func<Task> work)
    {
        using var process = Process.GetCurrentProcess();
        var cpu = process.TotalProcessorTime;
        await work();
        process.Refresh();
        return characters / (process.TotalProcessorTime - cpu).TotalSeconds;
    }
}
