using LlmRec.Workbench.Review;

namespace LlmRec.Workbench.Tests.Review;

public sealed class ShortTextTests
{
    [Fact]
    public void Of_ShortTitle_IsItself() => ShortText.Of(new string('鞋', 80)).ShouldBe(new string('鞋', 80));

    [Fact]
    public void Of_LongTitle_EndsWithAnEllipsis() => ShortText.Of(new string('鞋', 81)).ShouldBe(new string('鞋', 80) + "…");

    [Fact]
    public void Of_EmojiAtTheCut_IsNeverHalved() => ShortText.Of(new string('鞋', 79) + "😀鞋").ShouldBe(new string('鞋', 79) + "…");
}
