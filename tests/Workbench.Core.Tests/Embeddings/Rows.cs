using LlmRec.Workbench.Embeddings;

namespace LlmRec.Workbench.Tests.Embeddings;

/// <summary>Seeded rows for the numeric tests.</summary>
internal static class Rows
{
    /// <summary>Correlated columns: each mixes several independent ones and has a mean of its own.</summary>
    public static float[][] Correlated(int rows, int dimensions, int seed = 7, float offset = 0)
    {
        var random = new Random(seed);
        var mix = Enumerable.Range(0, dimensions * dimensions).Select(_ => (float)(random.NextDouble() - 0.5)).ToArray();
        return [.. Enumerable.Range(0, rows).Select(_ => Mix(random, mix, dimensions, offset))];
    }

    public static CovarianceSum Sum(IEnumerable<float[]> rows, int dimensions)
    {
        var sum = new CovarianceSum(dimensions);
        foreach (var row in rows)
        {
            sum.Add(row);
        }

        return sum;
    }

    public static WhiteningFit Fit(IEnumerable<float[]> rows, int dimensions)
    {
        var fit = new WhiteningFit(dimensions);
        foreach (var row in rows)
        {
            fit.Add(row);
        }

        return fit;
    }

    public static float[][] Transform(Whitening whitening, IEnumerable<float[]> rows) => [.. rows.Select(row =>
    {
        var result = new float[whitening.Dimensions];
        whitening.Transform(row, result);
        return result;
    })];

    /// <summary>Mean and covariance in float64, two passes, straight from the definition.</summary>
    public static (double[] Mean, double[] Covariance) Reference(float[][] rows, int dimensions)
    {
        var mean = Enumerable.Range(0, dimensions).Select(i => rows.Average(row => (double)row[i])).ToArray();
        var covariance = new double[dimensions * dimensions];
        for (var n = 0; n < covariance.Length; n++)
        {
            var (i, j) = (n / dimensions, n % dimensions);
            covariance[n] = rows.Sum(row => (row[i] - mean[i]) * (row[j] - mean[j])) / Math.Max(1, rows.Length - 1);
        }

        return (mean, covariance);
    }

    private static float[] Mix(Random random, float[] mix, int dimensions, float offset)
    {
        var source = Enumerable.Range(0, dimensions).Select(_ => (float)(random.NextDouble() - 0.5)).ToArray();
        return [.. Enumerable.Range(0, dimensions).Select(i => offset + i + source.Select((value, j) => value * mix[(i * dimensions) + j]).Sum())];
    }
}
