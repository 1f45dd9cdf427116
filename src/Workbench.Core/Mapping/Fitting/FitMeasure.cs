using LlmRec.Workbench.Mapping.Evaluation;
using LlmRec.Workbench.Mapping.Fusion;
using LlmRec.Workbench.Mapping.Settings;
using LlmRec.Workbench.Statistics;

namespace LlmRec.Workbench.Mapping.Fitting;

/// <summary>Predicts judged texts and says how good the predictions are.</summary>
internal static class FitMeasure
{
    private const int Seed = 20261124;

    /// <summary>The first candidate of a text under these coefficients: how probable it was, and whether most judgments confirm it.</summary>
    public static Prediction Predict(JudgedText text, FusionCoefficients coefficients)
    {
        var example = text.Variants[0];
        var features = FusionFeatures.Of(example.Candidates, coefficients.Standing);
        var best = features.Index().Select(f => (f.Index, Probability: coefficients.Probability(f.Item)))
            .OrderByDescending(c => Math.Round(c.Probability, 9)).ThenBy(c => c.Index).ToList();
        return best.Count == 0 ? new Prediction(0, false) : new Prediction(best[0].Probability, example.Right.Contains(best[0].Index));
    }

    public static FitFigures Of(IReadOnlyList<Prediction> predictions, double targetPrecision)
    {
        var acceptFrom = PlanCurve.Of(
            [.. predictions.Index().Select(p => new PlannedPair(p.Index, ""))], predictions.Index().Select(p => new PlannedTarget(p.Index, "first", p.Item.Probability)))
            .For(targetPrecision).AcceptFrom;
        var accepted = predictions.Where(p => p.Probability >= acceptFrom).ToList();
        return new FitFigures(
            Rate.Of(predictions, p => p.IsRight), Calibration.Of(predictions), Mean([.. predictions.Select(Loss)]), Mean([.. predictions.Select(Square)]),
            acceptFrom, new Rate(accepted.Count, predictions.Count), Rate.Of(accepted, p => p.IsRight), [.. predictions.OrderByDescending(p => p.Probability)]);
    }

    /// <summary>Mean change of the log loss, text by text.</summary>
    public static Estimate LossChange(IReadOnlyList<Prediction> before, IReadOnlyList<Prediction> after) => Mean([.. before.Zip(after).Select(p => Loss(p.Second) - Loss(p.First))]);

    private static Estimate Mean(double[] values) => Bootstrap.Intervals(values, Seed).Mean;

    private static double Loss(Prediction prediction) =>
        -Math.Log(Math.Clamp(prediction.IsRight ? prediction.Probability : 1 - prediction.Probability, Calibration.Least, 1 - Calibration.Least));

    private static double Square(Prediction prediction) => Math.Pow(prediction.Probability - (prediction.IsRight ? 1 : 0), 2);
}
