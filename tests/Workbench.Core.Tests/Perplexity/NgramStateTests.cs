using LlmRec.Workbench.Perplexity;

namespace LlmRec.Workbench.Tests.Perplexity;

public sealed class NgramStateTests
{
    [Fact]
    public void Equals_SameWordsAfterDifferentOnes_IsTheSameState()
    {
        using var file = new TempModel(TestNgrams.Random(1, 2).ToArpa());
        using var model = file.Open();
        model.Score(model.Begin, model.Find("词1"), out var first);
        model.Score(model.Empty, model.Find("词1"), out var second);

        (first == second).ShouldBeTrue();
        first.GetHashCode().ShouldBe(second.GetHashCode());
        first.ShouldNotBe(model.Begin);
    }

    [Fact]
    public void Length_UnknownWord_ForgetsWhatStoodBefore()
    {
        using var file = new TempModel(TestNgrams.Random(1, 3).ToArpa());
        using var model = file.Open();
        model.Score(model.Begin, LanguageModel.Unknown, out var state);

        state.Length.ShouldBe(0);
        state.ShouldBe(model.Empty);
        Should.Throw<ArgumentOutOfRangeException>(() => _ = state[0]);
    }
}
