using LlmRec.Workbench.Mapping;
using LlmRec.Workbench.Mapping.Evaluation;
using LlmRec.Workbench.Statistics;

namespace LlmRec.Workbench.Tests.Mapping.Evaluation;

public sealed class MappingFiguresTests
{
    // As ../shared/tools/score-mapping counts the same: P@1 2/5, R@5 3/5, R@10 4/5, accepted 2/5, of which right 1/2.
    private static readonly NameVerdict[] Five =
    [
        Verdicts.Of("same", MappingOutcome.Mapped, right: 1, 0.9), Verdicts.Of("same", MappingOutcome.Ambiguous, right: 1, 0.6),
        Verdicts.Of("different", MappingOutcome.Mapped, right: 5, 0.9), Verdicts.Of("different", MappingOutcome.Ambiguous, right: 10),
        Verdicts.Of("different", MappingOutcome.NoCategory, right: 11, 0.05),
    ];

    [Fact]
    public void Of_FiveNames_CountsByHand()
    {
        var figures = MappingFigures.Of(MappingFigures.All, Five);

        (figures.AtOne, figures.AtFive, figures.AtTen).ShouldBe((new Rate(2, 5), new Rate(3, 5), new Rate(4, 5)));
        (figures.Accepted, figures.Precision, figures.Refused).ShouldBe((new Rate(2, 5), new Rate(1, 2), new Rate(0, 0)));
        figures.Outcomes[MappingOutcome.NoCategory].ShouldBe(1);
        figures.Precision.Low!.Value.ShouldBe(0.0945, 0.00005);
        figures.Precision.High!.Value.ShouldBe(0.9055, 0.00005);
        figures.Brier!.Value.ShouldBe((0.01 + 0.16 + 0.81 + 0.25 + 0.0025) / 5, 1e-12);
    }

    [Fact]
    public void PerStratum_Five_AddsUpToTheWhole()
    {
        var strata = MappingFigures.PerStratum(Five);

        strata.Select(s => (s.Stratum, s.Names)).ShouldBe([("all", 5), ("same", 2), ("different", 3)]);
        strata.Skip(1).Sum(s => s.AtOne.Part).ShouldBe(strata[0].AtOne.Part);
    }

    [Fact]
    public void Of_NamesWithoutCategory_CountAgainstWhatIsAcceptedOnly()
    {
        var figures = MappingFigures.Of("all", [.. Five, Verdicts.WithoutCategory(MappingOutcome.Mapped, 0.95), Verdicts.WithoutCategory(MappingOutcome.NoCategory, 0.01)]);

        (figures.Names, figures.AtOne).ShouldBe((7, new Rate(2, 5)));
        (figures.Accepted, figures.Precision, figures.Refused).ShouldBe((new Rate(3, 7), new Rate(1, 3), new Rate(1, 2)));
    }

    [Fact]
    public void Wrong_OfAReport_ListsAcceptedOnesFirstAndNamesWithoutCategoryOnlyWhenAccepted()
    {
        var report = SettingReport.Of("x", [.. Five, Verdicts.WithoutCategory(MappingOutcome.Ambiguous, 0.4)]);

        report.Wrong.Select(v => v.RightRank).ShouldBe([5, 10, 0]);
        report.WrongCount.ShouldBe(3);
    }
}
