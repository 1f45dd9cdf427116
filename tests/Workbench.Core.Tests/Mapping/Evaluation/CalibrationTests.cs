using LlmRec.Workbench.Mapping.Evaluation;
using LlmRec.Workbench.Statistics;

namespace LlmRec.Workbench.Tests.Mapping.Evaluation;

public sealed class CalibrationTests
{
    [Fact]
    public void Of_ThreePredictions_GivesTheHandCounts()
    {
        var calibration = Calibration.Of([new(0.8, true), new(0.85, false), new(0.25, false)]);

        calibration.Brier!.Value.ShouldBe(((0.2 * 0.2) + (0.85 * 0.85) + (0.25 * 0.25)) / 3, 1e-12);
        calibration.LogLoss!.Value.ShouldBe(-(Math.Log(0.8) + Math.Log(0.15) + Math.Log(0.75)) / 3, 1e-12);
        calibration.Bins.Count.ShouldBe(2);
        calibration.Bins[1].MeanProbability.ShouldBe(0.825, 1e-12);
        calibration.Bins[1].Right.ShouldBe(new Rate(1, 2));
    }

    [Fact]
    public void Of_CertainAndWrong_StaysFinite() => Calibration.Of([new(1, false), new(0, true)]).LogLoss!.Value.ShouldBe(-Math.Log(Calibration.Least), 1e-9);

    [Fact]
    public void Of_One_FallsIntoTheLastBin() => Calibration.Of([new(1, true)]).Bins.ShouldHaveSingleItem().ShouldBe(new(0.9, 1, 1, new Rate(1, 1)));

    [Fact]
    public void Of_Nothing_SaysNothing()
    {
        var calibration = Calibration.Of([]);

        (calibration.Brier, calibration.LogLoss).ShouldBe((null, null));
        calibration.Bins.ShouldBeEmpty();
    }
}
