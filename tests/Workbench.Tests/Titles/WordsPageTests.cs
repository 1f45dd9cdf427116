using Bunit;
using LlmRec.Workbench.Security;
using LlmRec.Workbench.Titles;
using LlmRec.Workbench.Titles.Baseline;
using LlmRec.Workbench.Web.Components.Pages.Titles;
using LlmRec.Workbench.Web.Tests.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace LlmRec.Workbench.Web.Tests.Titles;

public sealed class WordsPageTests
{
    private static readonly Caller Ann = Caller.SingleUser("ann");

    [Fact]
    public async Task Page_SearchInTheAddress_ShowsWhatMatchesWithItsState()
    {
        await using var context = await PageContext.CreateAsync();
        await Lists(context).AddAsync(Ann, TitleWordKind.Promotion, ["秒到手"]);
        await Lists(context).RemoveAsync(Ann, TitleWordKind.Promotion, "包邮");

        var page = Render(context, "titles/words?changed=true");

        page.WaitForAssertion(() => page.FindAll("tbody .wb-chip").Count.ShouldBe(2));
        page.Markup.ShouldContain("秒到手");
        page.FindAll("tbody .wb-chip").Select(chip => chip.TextContent).ShouldBe(["Removed", "Added"], ignoreOrder: true);
    }

    [Fact]
    public async Task Restore_RemovedWord_IsBundledAgain()
    {
        await using var context = await PageContext.CreateAsync();
        await Lists(context).RemoveAsync(Ann, TitleWordKind.Promotion, "包邮");
        var page = Render(context, "titles/words?changed=true");
        page.WaitForElement("button[aria-label='Restore “包邮”']").Click();

        page.WaitForAssertion(() => page.FindAll("button[aria-label='Restore “包邮”']").ShouldBeEmpty());
        (await Lists(context).GetAsync()).Single(word => word is { Kind: TitleWordKind.Promotion, Text: "包邮" }).IsRemoved.ShouldBeFalse();
    }

    [Fact]
    public void Parse_PastedColumn_IsSplit() =>
        NewWords.Parse(TitleWordKind.Brand, "半夏集\r\n山禾, Foo Bar；、锦绣阁\n").Texts.ShouldBe(["半夏集", "山禾", "Foo Bar", "锦绣阁"]);

    private static TitleWordLists Lists(PageContext context) => context.Database.Get<TitleWordLists>();

    private static IRenderedComponent<WordsPage> Render(PageContext context, string address)
    {
        context.Services.GetRequiredService<NavigationManager>().NavigateTo(address);
        return context.Render<WordsPage>();
    }
}
