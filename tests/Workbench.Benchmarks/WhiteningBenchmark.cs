using System.Diagnostics;
using System.Globalization;
using LlmRec.Workbench.Embeddings;

namespace LlmRec.Workbench.Benchmarks;

/// <summary>
/// Fits a whitening to generated rows of 768 dimensions, 50,000 and then 200,000 of them, streamed: seconds (without making the rows), GFLOP/s of the covariance, and the
/// process's memory, which must not follow the rows. Then it transforms the same number to 256 dimensions.
/// </summary>
internal static class WhiteningBenchmark
{
    private const int Dimensions = 768;
    private const int Kept = 256;
    private const int Batch = 1000;

    public static Task RunAsync()
    {
        var rows = MakeRows();
        foreach (var count in new[] { 50_000, 200_000 })
        {
            var whitening = Fit(rows, count);
            Transform(whitening, rows, count);
        }

        return Task.CompletedTask;
    }

    private static Whitening Fit(float[][] rows, int count)
    {
        var fit = new WhiteningFit(Dimensions);
        var (adding, clock) = (TimeSpan.Zero, new Stopwatch());
        for (var i = 0; i < count; i += Batch)
        {
            clock.Restart();
            for (var n = i; n < i + Batch; n++)
            {
                fit.Add(rows[n % rows.Length]);
            }

            adding += clock.Elapsed;
        }

        clock.Restart();
        var whitening = fit.Finish(Kept);
        var operations = (double)count * Dimensions * (Dimensions + 1);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"fit {count} × {Dimensions}: {adding.TotalSeconds + clock.Elapsed.TotalSeconds:F2} s (sums {adding.TotalSeconds:F2} s at {operations / adding.TotalSeconds / 1e9:F1} GFLOP/s, "
            + $"eigenvectors {clock.Elapsed.TotalSeconds:F2} s), peak memory of the process {PeakMegabytes()} MB, {Environment.ProcessorCount} cores"));
        return whitening;
    }

    private static void Transform(Whitening whitening, float[][] rows, int count)
    {
        var source = rows.Take(Batch).SelectMany(row => row).ToArray();
        var target = new float[Batch * Kept];
        var clock = Stopwatch.StartNew();
        for (var i = 0; i < count; i += Batch)
        {
            whitening.Transform(source, target);
        }

        var operations = 2.0 * count * Dimensions * Kept;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"transform {count} rows to {Kept}: {clock.Elapsed.TotalSeconds:F2} s at {operations / clock.Elapsed.TotalSeconds / 1e9:F1} GFLOP/s on one core"));
    }

    // Each row mixes a direction that all share with noise of falling weight, as sentence vectors do.
    private static float[][] MakeRows()
    {
        var random = new Random(1);
        return [.. Enumerable.Range(0, 4096).Select(_ => Enumerable.Range(0, Dimensions)
            .Select(i => 0.5f + (float)((random.NextDouble() - 0.5) / (1 + (i * 0.02)))).ToArray())];
    }

    private static long PeakMegabytes()
    {
        using var process = Process.GetCurrentProcess();
        return process.PeakWorkingSet64 >> 20;
    }
}
