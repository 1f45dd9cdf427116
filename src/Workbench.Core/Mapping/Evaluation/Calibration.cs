using LlmRec.Workbench.Statistics;

namespace LlmRec.Workbench.Mapping.Evaluation;

/// <summary>How far predicted probabilities can be believed. Null figures where there is no prediction.</summary>
/// <param name="Brier">Mean squared distance of probability and truth (Monthly Weather Review 78, 1950): 0 is perfect, 0.25 is what always saying ½ gets.</param>
/// <param name="LogLoss">Mean negative natural logarithm of the probability given to what came true; probabilities are kept <see cref="Least"/> away from 0 and 1.</param>
/// <param name="Bins">Ten bins of equal width; those without predictions are left out.</param>
public sealed record Calibration(double? Brier, double? LogLoss, IReadOnlyList<ReliabilityBin> Bins)
{
    /// <summary>No logarithm is taken closer to 0.</summary>
    public const double Least = 1e-6;

    private const int BinCount = 10;

    public static Calibration Of(IReadOnlyCollection<Prediction> predictions) => predictions.Count == 0
        ? new Calibration(null, null, [])
        : new Calibration(
            predictions.Average(p => Math.Pow(p.Probability - Truth(p), 2)),
            predictions.Average(p => -Math.Log(Math.Clamp(p.IsRight ? p.Probability : 1 - p.Probability, Least, 1 - Least))),
            [.. predictions.GroupBy(BinOf).OrderBy(g => g.Key).Select(g => Bin(g.Key, [.. g]))]);

    private static int BinOf(Prediction prediction) => Math.Clamp((int)(prediction.Probability * BinCount), 0, BinCount - 1);

    private static ReliabilityBin Bin(int number, IReadOnlyCollection<Prediction> predictions) => new(
        number / (double)BinCount, (number + 1) / (double)BinCount, predictions.Average(p => p.Probability), Rate.Of(predictions, p => p.IsRight));

    private static double Truth(Prediction prediction) => prediction.IsRight ? 1 : 0;
}

/// <summary>The predictions whose probability lies in one bin: what was promised on average, and how many came true.</summary>
/// <param name="From">Lower edge, inclusive, 0 to 1.</param>
/// <param name="To">Upper edge, exclusive except at 1.</param>
public sealed record ReliabilityBin(double From, double To, double MeanProbability, Rate Right);
