using CsCheck;
using LlmRec.Workbench.Mapping;
using LlmRec.Workbench.Mapping.Evaluation;

namespace LlmRec.Workbench.Tests.Mapping.Evaluation;

public sealed class SettingsComparisonTests
{
    private static NameVerdict Verdict(string name, bool isRight) => Verdicts.Of("s", MappingOutcome.Ambiguous, isRight ? 1 : 3, name: name);

    [Fact]
    public void Of_FourNames_NamesWhatIsFixedAndBroken()
    {
        var comparison = SettingsComparison.Of(
            [Verdict("stays", true), Verdict("breaks", true), Verdict("mends", false), Verdict("mends too", false)],
            [Verdict("stays", true), Verdict("breaks", false), Verdict("mends", true), Verdict("mends too", true)]);

        comparison.Changed.Select(c => (c.A.Gold.Name, c.IsFixed)).ShouldBe([("breaks", false), ("mends", true), ("mends too", true)]);
        (comparison.Fixed, comparison.Broken).ShouldBe((2, 1));
        comparison.Strata.Select(s => s.Stratum).ShouldBe(["all", "s"]);
        comparison.Strata[0].AtOne!.Difference.Value.ShouldBe(0.25, 1e-12);
        comparison.Strata[0].AtOne!.Test.P.ShouldBe(1);
        comparison.Strata[0].AtFive!.Difference.Value.ShouldBe(0, 1e-12, "the third candidate is within five either way");
    }

    [Fact]
    public void Of_AnyTwo_DiffersByWhatIsFixedLessWhatIsBroken() => Gen.Select(Gen.Bool, Gen.Bool).Array[1, 50].Sample(rights =>
    {
        var comparison = SettingsComparison.Of([.. rights.Select(r => Verdict("n", r.Item1))], [.. rights.Select(r => Verdict("n", r.Item2))]);

        (comparison.Strata[0].AtOne!.Difference.Value * rights.Length).ShouldBe(comparison.Fixed - comparison.Broken, 1e-9);
    });
}
