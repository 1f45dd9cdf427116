using CsCheck;
using LlmRec.Workbench.Titles.Answers;

namespace LlmRec.Workbench.Tests.Titles;

public sealed class TitleScopeTests
{
    [Theory]
    [InlineData("all")]
    [InlineData("50000005")]
    [InlineData("厨具 > 刀")]
    [InlineData("repair")]
    [InlineData("repair:7")]
    [InlineData("repair:too-long")]
    [InlineData("repair:7:by-rule")]
    [InlineData("repair:rows=3,12")]
    public void Parse_Written_ReadsTheSame(string scope) => TitleScope.Parse(scope).ToString().ShouldBe(scope);

    [Theory]
    [InlineData("repair:rows=", 0)]
    [InlineData("repair:rows=1,x,-2,3", 2)]
    public void Parse_Rows_TakesWhatAreNumbers(string scope, int count) => TitleScope.Parse(scope).Rows.ShouldNotBeNull().Count.ShouldBe(count);

    [Fact]
    public void Parse_AnyText_NeverThrowsAndIsStable() => Gen.Frequency((1, Gen.String), (1, Gen.String.Select(text => "repair:" + text))).Sample(text =>
    {
        var once = TitleScope.Parse(text).ToString();

        TitleScope.Parse(once).ToString().ShouldBe(once);
    });
}
