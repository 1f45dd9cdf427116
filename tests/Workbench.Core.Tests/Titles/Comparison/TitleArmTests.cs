using LlmRec.Workbench.Titles.Comparison;

namespace LlmRec.Workbench.Tests.Titles.Comparison;

public sealed class TitleArmTests
{
    [Theory]
    [InlineData("")]
    [InlineData("run:3")]
    [InlineData("prompt:titles-zh")]
    [InlineData("prompt:titles-zh@2")]
    [InlineData("model:qwen-max")]
    [InlineData("prompt:titles@home@2|model:qwen:max")]
    public void TryParse_WhatToStringWrites_GivesTheSameArm(string text)
    {
        TitleArm.TryParse(text, out var arm).ShouldBeTrue();

        arm.ToString().ShouldBe(text);
        TitleArm.TryParse(arm.ToString(), out var again).ShouldBeTrue();
        again.ShouldBe(arm);
    }

    [Theory]
    [InlineData("run:")]
    [InlineData("run:x")]
    [InlineData("run:-1")]
    [InlineData("prompt:titles@x")]
    [InlineData("colour:red")]
    [InlineData("nonsense")]
    public void TryParse_AnythingElse_IsRefused(string text)
    {
        TitleArm.TryParse(text, out var arm).ShouldBeFalse();

        arm.IsNewest.ShouldBeTrue();
    }

    [Fact]
    public void TryParse_Nothing_IsTheNewest()
    {
        TitleArm.TryParse(null, out var arm).ShouldBeTrue();

        arm.IsNewest.ShouldBeTrue();
    }
}
