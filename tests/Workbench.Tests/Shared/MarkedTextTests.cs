using Bunit;
using LlmRec.Workbench.Titles.Checks;
using LlmRec.Workbench.Web.Components.Shared;
using LlmRec.Workbench.Web.Resources;
using Microsoft.Extensions.DependencyInjection;

namespace LlmRec.Workbench.Web.Tests.Shared;

public sealed class MarkedTextTests : BunitContext
{
    public MarkedTextTests() => Services.AddSingleton<Texts>();

    [Fact]
    public void MarkedText_SpansOfEveryKind_KeepsTheTextAndJoinsNeighboursOfOneLook()
    {
        const string text = "正品 <b>包邮</b>  皮带";
        var spans = new MarkedSpan[]
        {
            new(0, 2, MarkKind.Dropped), new(2, 1, MarkKind.Dropped), new(3, 9, MarkKind.Foreign), new(12, 2, MarkKind.Plain), new(14, 2, MarkKind.Kept),
        };
        var marked = Render<MarkedText>(p => p.Add(m => m.Text, text).Add(m => m.Spans, spans));
        marked.Find(".wb-marked").TextContent.ShouldBe(text);
        marked.FindAll(".wb-mark-dropped").ShouldHaveSingleItem().TextContent.ShouldBe("正品 ");
        marked.FindAll("mark").ShouldHaveSingleItem().TextContent.ShouldBe("<b>包邮</b>");
    }
}
