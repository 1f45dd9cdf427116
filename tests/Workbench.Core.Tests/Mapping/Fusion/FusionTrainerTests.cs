using LlmRec.Workbench.Mapping;
using LlmRec.Workbench.Mapping.Fusion;

namespace LlmRec.Workbench.Tests.Mappings.Fusion;

public sealed class FusionTrainerTests
{
    private static readonly FusionCoefficients Shipped = FusionCoefficients.Default;

    [Fact]
    public void Fit_NoExamples_IsTheStart() => FusionTrainer.Fit([], Shipped).ShouldBeSameAs(Shipped);

    [Fact]
    public void Fit_SameExamplesTwice_GivesTheSame()
    {
        var examples = ClicksDecide(60);

        FusionTrainer.Fit(examples, Shipped).ToJson().ShouldBe(FusionTrainer.Fit(examples, Shipped).ToJson());
    }

    [Fact]
    public void Fit_ClicksDecideOnThisSite_ClicksWeighMore()
    {
        var fitted = FusionTrainer.Fit(ClicksDecide(300), Shipped);

        Probability(fitted, Clicked).ShouldBeGreaterThan(Probability(Shipped, Clicked));
        Probability(fitted, Clicked).ShouldBeGreaterThan(0.85);
    }

    [Fact]
    public void Fit_ThreeExamples_StaysNearTheStart()
    {
        var fitted = FusionTrainer.Fit(ClicksDecide(3), Shipped);

        foreach (var candidates in (IReadOnlyList<CandidateEvidence>[])[Clicked, Equal])
        {
            Probability(fitted, candidates).ShouldBe(Probability(Shipped, candidates), 0.06);
        }
    }

    [Fact]
    public void Fit_OnlyRightOnes_StaysFinite()
    {
        var examples = Enumerable.Repeat(new FusionExample([Equal[0]], new HashSet<int> { 0 }), 50).ToList();

        FusionTrainer.Fit(examples, Shipped).Weights.Values.ShouldAllBe(weight => double.IsFinite(weight));
    }

    private static IReadOnlyList<CandidateEvidence> Equal => [new(Exact: 1, Lexical: 1), new(Lexical: 0.4)];

    private static IReadOnlyList<CandidateEvidence> Clicked => [new(Lexical: 0.4, Query2Cate: 0.7), new(Lexical: 0.5)];

    private static List<FusionExample> ClicksDecide(int texts) => [.. Enumerable.Repeat(new FusionExample(Clicked, new HashSet<int> { 0 }), texts)];

    private static double Probability(FusionCoefficients coefficients, IReadOnlyList<CandidateEvidence> candidates) =>
        coefficients.Probability(FusionFeatures.Of(candidates, coefficients.Standing)[0]);
}
