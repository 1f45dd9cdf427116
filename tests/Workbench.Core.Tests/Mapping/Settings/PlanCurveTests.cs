using CsCheck;
using LlmRec.Workbench.Mapping.Settings;

namespace LlmRec.Workbench.Tests.Mapping.Settings;

public sealed class PlanCurveTests
{
    [Fact]
    public void For_Target_IsTheLowestThresholdWhosePredictionReachesIt()
    {
        var plan = PlanCurve.Of([new(1, "a"), new(2, "a"), new(3, "a")], [new(1, "x", 0.99), new(2, "y", 0.95), new(3, "z", 0.8)]);
        var point = plan.For(0.97);
        (point.AcceptFrom, point.Pairs, point.Texts).ShouldBe((0.801, 2, 2));
        point.Predicted!.Value.Value.ShouldBe(0.97, 1e-9);
        plan.For(0.8).Pairs.ShouldBe(3);
    }

    [Fact]
    public void Of_SourceAmongItsOwnCandidates_DoesNotCountForThatPair()
    {
        var plan = PlanCurve.Of([new(1, "x"), new(1, "b")], [new(1, "x", 0.9), new(1, "y", 0.7)]);
        plan.At(0.85).Pairs.ShouldBe(1);
        plan.At(0.65).Pairs.ShouldBe(2);
        plan.At(0.65).Texts.ShouldBe(1);
    }

    [Fact]
    public void Of_OneTextWithManyPairs_IsNoSurerThanOneText()
    {
        var many = PlanCurve.Of([.. Enumerable.Range(0, 100).Select(i => new PlannedPair(1, $"s{i}"))], [new(1, "x", 0.9)]).At(0.9).Predicted!.Value;
        var single = PlanCurve.Of([new(1, "s")], [new(1, "x", 0.9)]).At(0.9).Predicted!.Value;
        many.Low.ShouldBe(single.Low, 1e-9);
        many.High.ShouldBe(single.High, 1e-9);
    }

    [Fact]
    public void For_NothingAcceptable_IsTheTargetItself() => PlanCurve.Of([new(1, "a")], [new(1, "x", 0.4)]).For(0.95).ShouldBe(new PlanPoint(0.95, 0, 0, null));

    [Theory]
    [InlineData(0.79)]
    [InlineData(1)]
    public void For_TargetOutOfRange_Throws(double target) => Should.Throw<ArgumentOutOfRangeException>(() => PlanCurve.Of([], []).For(target));

    [Fact]
    public void Of_AnyQueue_CountsWhatLiesAboveAndFallsWithTheThreshold() =>
        Gen.Select(Gen.Int[0, 5], Gen.Int[0, 3], Gen.Double[0, 1]).Array.Sample(rows =>
        {
            var targets = rows.DistinctBy(r => (r.Item1, r.Item2)).Select(r => new PlannedTarget(r.Item1, $"c{r.Item2}", r.Item3)).ToList();
            var pairs = Enumerable.Range(0, 6).SelectMany(m => Enumerable.Range(2, 4).Select(s => new PlannedPair(m, $"c{s}"))).ToList();
            var plan = PlanCurve.Of(pairs, targets);
            foreach (var (point, next) in plan.Points.Zip(plan.Points.Skip(1)))
            {
                point.Pairs.ShouldBe(pairs.Count(p => targets.Any(t => t.MappingId == p.MappingId && t.CategoryId != p.SourceId && t.Score >= point.AcceptFrom)));
                point.Pairs.ShouldBeGreaterThanOrEqualTo(next.Pairs);
                (point.Predicted?.Value ?? 0).ShouldBeLessThanOrEqualTo((next.Predicted?.Value ?? 1) + 1e-9);
            }
        }, iter: 50);
}
