using LlmRec.Workbench.Titles;
using LlmRec.Workbench.Titles.Checks;

namespace LlmRec.Workbench.Tests.Titles;

public sealed class TitleMarksTests
{
    private static readonly TitleText Title = TitleText.Of("正品包邮 Nike女士跑步鞋");

    [Fact]
    public void Of_Title_TellsKeptFromDropped() => Words(Title.Title, TitleMarks.Of(Title, "这个商品是nike女士跑步鞋").Title)
        .ShouldBe(["正品包邮 Dropped", "  Plain", "Nike女士跑步鞋 Kept"]);

    [Fact]
    public void Of_Sentence_TellsKeptFromForeign() => Words("这个商品是Nike的防水跑步鞋", TitleMarks.Of(Title, "这个商品是Nike的防水跑步鞋").Sentence)
        .ShouldBe(["这个商品是 Plain", "Nike Kept", "的 Plain", "防水 Foreign", "跑步鞋 Kept"]);

    [Fact]
    public void ForeignWords_Sentence_AreInItsOrder() =>
        TitleMarks.ForeignWords(Title, "这个商品是Adidas女士防水跑步鞋").ShouldBe(["Adidas", "防水"]);

    private static IEnumerable<string> Words(string text, IEnumerable<MarkedSpan> spans) => spans.Select(s => $"{text.Substring(s.Start, s.Length)} {s.Kind}");
}
