namespace LlmRec.Workbench.Benchmarks;

/// <summary>
/// Fits a conditional logit: the candidates of a text compete, and the right ones are to win. Full-batch Adam (Kingma and Ba, 2015) with L2, from zero, so that
/// equal input gives equal weights.
/// </summary>
internal static class ListwiseFit
{
    private const int Steps = 200;
    private const int FineSteps = 60;
    private const double Rate = 0.2;
    private const double Ridge = 1;

    /// <param name="texts">Rows of features of each text's candidates, and the places of the right ones.</param>
    /// <param name="withNone">A candidate of zeros takes part in every text and is the right one where no other is.</param>
    public static double[] Fit(IReadOnlyList<(IReadOnlyList<double[]> Rows, IReadOnlySet<int> Right)> texts, bool withNone)
    {
        var used = texts.Where(t => t.Rows.Count > 0 && (withNone || (t.Right.Count > 0 && t.Right.Count < t.Rows.Count))).ToList();
        var size = used[0].Rows[0].Length;
        var (weights, mean, square) = (new double[size], new double[size], new double[size]);
        for (var step = 1; step <= Steps; step++)
        {
            var gradient = used.AsParallel().AsOrdered().Select(t => Gradient(t.Rows, t.Right, weights, withNone)).ToList()
                .Aggregate(weights.Select(w => w * Ridge).ToArray(), Add);
            var rate = step > Steps - FineSteps ? Rate / 5 : Rate;
            for (var i = 0; i < size; i++)
            {
                var slope = gradient[i] / used.Count;
                mean[i] = (0.9 * mean[i]) + (0.1 * slope);
                square[i] = (0.99 * square[i]) + (0.01 * slope * slope);
                weights[i] -= rate * mean[i] / (1 - Math.Pow(0.9, step)) / (Math.Sqrt(square[i] / (1 - Math.Pow(0.99, step))) + 1e-8);
            }
        }

        return weights;
    }

    public static double Score(double[] weights, double[] row)
    {
        var sum = 0d;
        for (var i = 0; i < weights.Length; i++)
        {
            sum += weights[i] * row[i];
        }

        return sum;
    }

    private static double[] Gradient(IReadOnlyList<double[]> rows, IReadOnlySet<int> right, double[] weights, bool withNone)
    {
        var utilities = rows.Select(row => Math.Exp(Score(weights, row))).ToArray();
        var total = utilities.Sum() + (withNone ? 1 : 0);
        var won = right.Sum(i => utilities[i]);
        var gradient = new double[weights.Length];
        for (var row = 0; row < rows.Count; row++)
        {
            var pull = (utilities[row] / total) - (right.Contains(row) ? utilities[row] / won : 0);
            for (var i = 0; i < gradient.Length; i++)
            {
                gradient[i] += pull * rows[row][i];
            }
        }

        return gradient;
    }

    private static double[] Add(double[] sum, double[] more)
    {
        for (var i = 0; i < sum.Length; i++)
        {
            sum[i] += more[i];
        }

        return sum;
    }
}
