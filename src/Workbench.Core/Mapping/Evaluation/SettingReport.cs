using System.Text.Json.Serialization;

namespace LlmRec.Workbench.Mapping.Evaluation;

/// <summary>The figures of one setting.</summary>
/// <param name="Label">Which setting, in words.</param>
/// <param name="Strata">The whole set first.</param>
/// <param name="Curve">At most <see cref="CurvePoints"/> points, fewest accepted first.</param>
/// <param name="Wrong">Names that a person should look at, those accepted first; at most <see cref="MostWrong"/>.</param>
/// <param name="WrongCount">How many there are in truth.</param>
public sealed record SettingReport(
    string Label, IReadOnlyList<MappingFigures> Strata, Calibration Calibration, IReadOnlyList<AcceptancePoint> Curve, IReadOnlyList<NameVerdict> Wrong, int WrongCount)
{
    public const int CurvePoints = 100;
    public const int MostWrong = 5_000;

    [JsonIgnore]
    public MappingFigures All => Strata[0];

    public static SettingReport Of(string label, IReadOnlyCollection<NameVerdict> verdicts)
    {
        var predictions = verdicts.Select(v => v.Prediction).ToList();
        var wrong = verdicts.Where(v => v.IsWrong).OrderByDescending(v => v.IsAccepted).ThenByDescending(v => v.Prediction.Probability).ToList();
        return new SettingReport(
            label, MappingFigures.PerStratum(verdicts), Calibration.Of(predictions), AcceptanceCurve.Thin(AcceptanceCurve.Of(predictions), CurvePoints),
            [.. wrong.Take(MostWrong)], wrong.Count);
    }
}
