using Bunit;
using LlmRec.Workbench.Security;
using LlmRec.Workbench.Titles;
using LlmRec.Workbench.Titles.Baseline;
using LlmRec.Workbench.Web.Components.Pages.Titles;
using LlmRec.Workbench.Web.Tests.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace LlmRec.Workbench.Web.Tests.Titles;

public sealed class WordsPageTests : IAsyncLifetime
{
    private static readonly Caller Ann = Caller.SingleUser("ann");

    private PageContext _context = null!;

    private TitleWordLists Lists => _context.Database.Get<TitleWordLists>();

    public async ValueTask InitializeAsync() => _context = await PageContext.CreateAsync();

    public ValueTask DisposeAsync() => _context.DisposeAsync();

    [Fact]
    public async Task Page_SearchInTheAddress_ShowsWhatMatchesWithItsState()
    {
        await Lists.AddAsync(Ann, TitleWordKind.Promotion, ["秒到手"]);
        await Lists.RemoveAsync(Ann, TitleWordKind.Promotion, "包邮");

        var page = Render("titles/words?changed=true");

        page.WaitForAssertion(() => page.FindAll("tbody tr").Count.ShouldBe(2));
        page.Markup.ShouldContain("秒到手");
        page.FindAll("tbody .wb-chip").Select(chip => chip.TextContent).ShouldBe(["Removed", "Added"], ignoreOrder: true);
    }

    [Fact]
    public async Task Restore_RemovedWord_IsBundledAgain()
    {
        await Lists.RemoveAsync(Ann, TitleWordKind.Promotion, "包邮");
        var page = Render("titles/words?changed=true");
        page.WaitForElement("button[aria-label='Restore “包邮”']").Click();

        page.WaitForAssertion(() => page.FindAll("button[aria-label='Restore “包邮”']").ShouldBeEmpty());
        (await Lists.GetAsync()).Single(word => word is { Kind: TitleWordKind.Promotion, Text: "包邮" }).IsRemoved.ShouldBeFalse();
    }

    [Fact]
    public void Parse_PastedColumn_IsSplit() =>
        NewWords.Parse(TitleWordKind.Brand, "半夏集\r\n山禾, Foo Bar；、锦绣阁\n").Texts.ShouldBe(["半夏集", "山禾", "Foo Bar", "锦绣阁"]);

    private IRenderedComponent<WordsPage> Render(string address)
    {
        _context.Services.GetRequiredService<NavigationManager>().NavigateTo(address);
        return _context.Render<WordsPage>();
    }
}
