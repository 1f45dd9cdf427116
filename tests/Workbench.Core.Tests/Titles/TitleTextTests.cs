using LlmRec.Workbench.Titles;

namespace LlmRec.Workbench.Tests.Titles;

public sealed class TitleTextTests
{
    [Fact]
    public void Parse_Object_GivesEveryValueAsText()
    {
        var title = TitleText.Parse("连衣裙", """{"品牌": "半夏集", "颜色": ["红", "蓝"], "件数": 2, "规格": {"长": 1}, "空": null}""");

        title.HasProblem.ShouldBeFalse();
        title.Attributes.ShouldBe(new Dictionary<string, string> { ["品牌"] = "半夏集", ["颜色"] = "红、蓝", ["件数"] = "2", ["规格"] = """{"长": 1}""", ["空"] = "" });
    }

    [Theory]
    [InlineData("[1, 2]")]
    [InlineData("\"红色\"")]
    [InlineData("{broken")]
    [InlineData("17")]
    public void Parse_NoObject_IsAProblemWithoutAttributes(string attributes)
    {
        var title = TitleText.Parse("连衣裙", attributes);

        title.HasProblem.ShouldBeTrue();
        title.Attributes.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("  ")]
    [InlineData("null")]
    [InlineData("{}")]
    public void Parse_Nothing_IsNoProblem(string? attributes) => TitleText.Parse("连衣裙", attributes).HasProblem.ShouldBeFalse();

    [Theory]
    [InlineData("Nike shoes", TitleLanguage.English)]
    [InlineData("Nike 跑鞋", TitleLanguage.Chinese)]
    [InlineData("😀 123", TitleLanguage.Chinese)]
    public void RulesFor_Title_FollowItsScript(string title, TitleLanguage language) => TitleRules.For(title).Language.ShouldBe(language);
}
