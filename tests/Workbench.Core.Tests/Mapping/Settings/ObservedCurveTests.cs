using CsCheck;
using LlmRec.Workbench.Mapping.Evaluation;
using LlmRec.Workbench.Mapping.Settings;
using LlmRec.Workbench.Statistics;

namespace LlmRec.Workbench.Tests.Mapping.Settings;

public sealed class ObservedCurveTests
{
    [Fact]
    public void At_Threshold_CountsWhatReachesItItselfIncluded()
    {
        var curve = ObservedCurve.Of([new(0.7, true), new(0.9, false), new(0.9, true), new(0.99, true), new(0, false)]);
        curve.At(0.9).ShouldBe(new Rate(2, 3));
        curve.At(0.901).ShouldBe(new Rate(1, 1));
        curve.At(0.5).ShouldBe(new Rate(3, 4));
        curve.At(0.999).ShouldSatisfyAllConditions(r => r.Whole.ShouldBe(0), r => r.Share.ShouldBeNull());
        curve.Texts.ShouldBe(5);
    }

    [Fact]
    public void At_AnyPredictions_IsWhatCountingThemGives() =>
        Gen.Select(Gen.Int[0, 100], Gen.Bool).Array.Sample(rows =>
        {
            var predictions = rows.Select(r => new Prediction(r.Item1 / 100.0, r.Item2)).ToList();
            var curve = ObservedCurve.Of(predictions);
            foreach (var threshold in AcceptancePlan.Thresholds.Where((_, i) => i % 7 == 0))
            {
                curve.At(threshold).ShouldBe(Rate.Of([.. predictions.Where(p => p.Probability >= threshold)], p => p.IsRight));
            }
        }, iter: 50);

    [Theory]
    [InlineData(0, 0, 0.97, ObservedVerdict.Unknown)]
    [InlineData(97, 100, 0.97, ObservedVerdict.Agrees)]
    [InlineData(80, 100, 0.97, ObservedVerdict.Lower)]
    [InlineData(1000, 1000, 0.9, ObservedVerdict.Higher)]
    [InlineData(3, 4, 0.97, ObservedVerdict.Lower)]
    [InlineData(4, 4, 0.97, ObservedVerdict.Agrees)]
    public void Compare_Promise_IsHeldAgainstTheIntervalOfTheJudgments(int right, int texts, double promised, ObservedVerdict expected) =>
        ObservedCurve.Compare(new Rate(right, texts), new Estimate(promised, promised, promised)).ShouldBe(expected);

    [Fact]
    public void Compare_NothingPromised_SaysNothing() => ObservedCurve.Compare(new Rate(9, 10), predicted: null).ShouldBe(ObservedVerdict.Unknown);
}
