using LlmRec.Workbench.Mapping.Evaluation;
using LlmRec.Workbench.Mapping.Fusion;
using LlmRec.Workbench.Statistics;

namespace LlmRec.Workbench.Mapping.Fitting;

/// <summary>What a fit would change, measured on texts that the measured coefficients have not seen.</summary>
/// <param name="Texts">Judged texts; each is predicted once.</param>
/// <param name="Folds">Parts the texts were split into: each part is predicted by coefficients fitted on the others.</param>
/// <param name="TargetPrecision">The target that both sides choose their threshold for.</param>
/// <param name="CoefficientsBefore">What was in force when the fit was made.</param>
/// <param name="LossChange">Log loss after minus before, mean over the texts, with a bootstrap interval: below 0 is better.</param>
public sealed record FitReport(
    int Texts, int Folds, double TargetPrecision, FusionCoefficients CoefficientsBefore, FitFigures Before, FitFigures After, Estimate LossChange)
{
    /// <summary>What the interval of the change allows to say.</summary>
    public FitVerdict Verdict => LossChange.High < 0 ? FitVerdict.Better : LossChange.Low > 0 ? FitVerdict.Worse : FitVerdict.Same;
}

/// <summary>The figures of one set of coefficients.</summary>
/// <param name="First">Texts whose first candidate is right.</param>
/// <param name="Calibration">Of the first candidates' probabilities.</param>
/// <param name="LogLoss">Mean over the texts with its interval.</param>
/// <param name="Brier">Mean over the texts with its interval.</param>
/// <param name="AcceptFrom">The threshold that the target gives on these texts.</param>
/// <param name="Accepted">Texts that would be accepted without a person.</param>
/// <param name="Precision">Right ones of those.</param>
/// <param name="Predictions">Probability and truth of every text, the most probable first.</param>
public sealed record FitFigures(
    Rate First, Calibration Calibration, Estimate LogLoss, Estimate Brier, double AcceptFrom, Rate Accepted, Rate Precision, IReadOnlyList<Prediction> Predictions);

/// <summary>Whether fitted coefficients predict held-out judgments better than those in force.</summary>
public enum FitVerdict
{
    Better,

    /// <summary>The difference could be chance.</summary>
    Same,
    Worse,
}
