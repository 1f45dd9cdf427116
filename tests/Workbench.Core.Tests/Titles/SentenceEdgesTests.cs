using CsCheck;
using LlmRec.Workbench.Titles;
using LlmRec.Workbench.Titles.Answers;
using LlmRec.Workbench.Titles.Checks;

namespace LlmRec.Workbench.Tests.Titles;

public sealed class SentenceEdgesTests
{
    [Fact]
    public void Clean_AnyText_TwiceIsOnce() => OddTexts.Any.Sample(text =>
    {
        var once = SentenceEdges.Clean(text);
        SentenceEdges.Clean(once).ShouldBe(once);
    }, iter: 3_000);

    [Theory]
    [InlineData("1. **答案：**“这个商品是鞋”。", "这个商品是鞋")]
    [InlineData("这个商品是“小白鞋”", "这个商品是“小白鞋”")]
    [InlineData("鞋\u202E\u0007帽", "鞋 帽")]
    [InlineData("👨‍👩‍👧亲子装", "👨‍👩‍👧亲子装")]
    public void Clean_Wrapping_GoesAndTheSentenceStays(string line, string expected) => SentenceEdges.Clean(line).ShouldBe(expected);

    [Fact]
    public void Clean_HalfACharacter_IsMarked() => SentenceEdges.Clean("\uD83D鞋").ShouldBe("\uFFFD鞋");

    [Fact]
    public void Cut_InTheMiddleOfACharacter_LeavesItOut() => SentenceEdges.Cut("鞋😀", 2).ShouldBe("鞋");
}

public sealed class ScriptWordsTests
{
    [Theory]
    [InlineData("Nike运动鞋 42码", "Nike|运动鞋|42|码")]
    [InlineData("【包邮】！", "包邮")]
    [InlineData("…", "")]
    public void Split_Title_PartsScriptsAndPunctuation(string title, string words) => string.Join('|', ScriptWords.Split(title)).ShouldBe(words);
}

public sealed class ViolationWordsTests
{
    [Fact]
    public void Of_EveryCheck_IsSaidInBothLanguages()
    {
        foreach (var name in TitleViolations.All)
        {
            var words = ViolationWords.Of(name, TitleRules.Chinese);
            words.Chinese.ShouldNotBe(name);
            words.English.ShouldNotBe(name);
        }
    }

    [Fact]
    public void Of_Length_NamesTheLimitOfTheLanguage() =>
        ViolationWords.Of(TitleViolations.TooLong, TitleRules.English).English.ShouldBe("is longer than 120 characters");

    [Theory]
    [InlineData("", "was sent back by a reviewer")]
    [InlineData("太长", "was sent back by a reviewer: 太长")]
    public void SentBack_Reason_IsPassedOn(string reason, string expected) => ViolationWords.SentBack(reason).English.ShouldBe(expected);
}
