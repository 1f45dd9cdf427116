using LlmRec.Workbench.Titles;
using LlmRec.Workbench.Web.Components.Pages.Review;
using LlmRec.Workbench.Web.Components.Pages.Titles;

namespace LlmRec.Workbench.Web.Tests.Review;

public sealed class AddressWordsTests
{
    [Theory]
    [InlineData(null, TitleState.Waiting)]
    [InlineData("nonsense", TitleState.Waiting)]
    [InlineData("99", TitleState.Waiting)]
    [InlineData("REPAIR", TitleState.Repair)]
    [InlineData("all", null)]
    [InlineData("judged", null)]
    public void State_Query_IsTheOneAskedForOrTheUsual(string? value, TitleState? expected) => AddressWords.State(value, TitleState.Waiting).ShouldBe(expected);

    [Theory]
    [InlineData(TitleState.Waiting, false, null)]
    [InlineData(TitleState.Repair, false, "repair")]
    [InlineData(null, false, "all")]
    [InlineData(null, true, "judged")]
    public void State_Filter_IsWrittenAsItIsRead(TitleState? state, bool judged, string? expected) =>
        AddressWords.State(state, judged, TitleState.Waiting).ShouldBe(expected);
}

public sealed class NewWordsTests
{
    [Theory]
    [InlineData("包邮\r\n正品、特价； 秒杀,清仓\t", "包邮|正品|特价|秒杀|清仓")]
    [InlineData("free shipping\nsale", "free shipping|sale")]
    [InlineData(" \n ", "")]
    [InlineData(null, "")]
    public void Parse_Pasted_IsOneWordPerLineOrMark(string? pasted, string words) =>
        string.Join('|', NewWords.Parse(TitleWordKind.Promotion, pasted).Texts).ShouldBe(words);
}
