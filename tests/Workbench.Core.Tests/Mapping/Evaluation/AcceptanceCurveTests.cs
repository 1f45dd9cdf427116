using CsCheck;
using LlmRec.Workbench.Mapping.Evaluation;
using LlmRec.Workbench.Statistics;

namespace LlmRec.Workbench.Tests.Mapping.Evaluation;

public sealed class AcceptanceCurveTests
{
    private static readonly Gen<Prediction[]> AnyPredictions =
        Gen.Select(Gen.Int[0, 20], Gen.Bool, (hit, right) => new Prediction(hit / 20.0, right)).Array[1, 200];

    [Fact]
    public void Of_FourPredictions_CountsFromTheTop()
    {
        var curve = AcceptanceCurve.Of([new(0.5, false), new(0.9, true), new(0.7, true), new(0.5, true)]);

        curve.ShouldBe([
            new(0.9, new Rate(1, 4), new Rate(1, 1)),
            new(0.7, new Rate(2, 4), new Rate(2, 2)),
            new(0.5, new Rate(4, 4), new Rate(3, 4)),
        ]);
    }

    [Fact]
    public void Of_AnyPredictions_AgreesWithAcceptingThem() => AnyPredictions.Sample(predictions =>
    {
        foreach (var point in AcceptanceCurve.Of(predictions))
        {
            var accepted = predictions.Where(p => p.Probability >= point.Threshold).ToList();
            point.Accepted.ShouldBe(new Rate(accepted.Count, predictions.Length));
            point.Precision.ShouldBe(Rate.Of(accepted, p => p.IsRight));
        }
    });

    [Fact]
    public void Thin_AnyCurve_KeepsBothEndsAndTheOrder() => Gen.Select(AnyPredictions, Gen.Int[2, 12]).Sample((predictions, most) =>
    {
        var whole = AcceptanceCurve.Of(predictions);
        var thin = AcceptanceCurve.Thin(whole, most);

        thin.Count.ShouldBeLessThanOrEqualTo(Math.Max(most, 2));
        (thin[0], thin[^1]).ShouldBe((whole[0], whole[^1]));
        thin.ShouldBe(whole.Where(thin.Contains));
    });
}
