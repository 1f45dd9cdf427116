using LlmRec.Workbench.Web.Components.Shared;

namespace LlmRec.Workbench.Web.Tests.Shared;

public sealed class MarkdownRendererTests
{
    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("a <img src=x onerror=alert(1)> b")]
    public void ToHtml_RawHtml_IsShownAsText(string markdown)
    {
        var html = MarkdownRenderer.ToHtml(markdown);
        html.ShouldNotContain("<script");
        html.ShouldNotContain("<img");
    }

    [Theory]
    [InlineData("[x](javascript:alert(1))")]
    [InlineData("[x](JaVaScRiPt:alert(1))")]
    [InlineData("[x](data:text/html,hello)")]
    [InlineData("[x](//evil.example/a)")]
    [InlineData("<javascript:alert(1)>")]
    public void ToHtml_OtherScheme_LeadsNowhere(string markdown) => MarkdownRenderer.ToHtml(markdown).ShouldContain("href=\"#\"");

    [Theory]
    [InlineData("[x](/runs)", "href=\"/runs\"")]
    [InlineData("[x](https://example.com/)", "href=\"https://example.com/\"")]
    [InlineData("<mailto:a@example.com>", "mailto:a@example.com")]
    public void ToHtml_AllowedLink_Stays(string markdown, string expected) => MarkdownRenderer.ToHtml(markdown).ShouldContain(expected);

    [Fact]
    public void ToHtml_RemoteImage_BecomesALink()
    {
        var html = MarkdownRenderer.ToHtml("![pixel](https://tracker.example/p.gif)");
        html.ShouldNotContain("<img");
        html.ShouldContain("<a href=\"https://tracker.example/p.gif\"");
    }
}
