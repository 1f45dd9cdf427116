using LlmRec.Workbench.Titles;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LlmRec.Workbench.EndToEnd;

/// <summary>An expert reviews titles of the sample without touching the mouse: edits one, takes it back, approves, sends to repair.</summary>
[Collection(BrowserCollection.Name)]
public sealed class TitleReviewTests(Chromium chromium)
{
    private const string Edit = "特价";

    [Fact]
    public async Task Keyboard_EditUndoApproveRepair_DecidesWhatThePersonSaw()
    {
        await using var installation = new Installation();
        var page = await chromium.NewPageAsync();
        await installation.App.RunAsync("run", "titles", "--limit", "40");
        await installation.App.StartAsync();
        await page.GotoAsync($"{installation.App.Url}/review/titles");
        await page.Locator("html[data-keys~=\"f\"]").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        var raw = page.Locator(".wb-review-raw");
        var first = await raw.InnerTextAsync();

        await EditAsync(page);
        await Expect(page.GetByText("已通过：")).ToBeVisibleAsync();
        await Expect(raw).Not.ToHaveTextAsync(first);
        (await TextsAsync(installation)).ShouldHaveSingleItem().ShouldEndWith(Edit);

        await page.Keyboard.PressAsync("u");
        await Expect(page.GetByText("已撤销 1 条判断")).ToBeVisibleAsync();
        await Expect(raw).ToHaveTextAsync(first);
        (await TextsAsync(installation)).ShouldBeEmpty();

        await page.Keyboard.PressAsync("a");
        await Expect(raw).Not.ToHaveTextAsync(first);
        await page.Keyboard.PressAsync("f");
        await Expect(page.GetByText("已送修复：")).ToBeVisibleAsync();
        (await TextsAsync(installation)).ShouldHaveSingleItem().ShouldNotContain(Edit);
        (await installation.ReadAsync(db => db.TitleNormalisations.CountAsync(t => t.State == TitleState.Repair && t.JudgmentId != null))).ShouldBe(1);
    }

    private static async Task EditAsync(IPage page)
    {
        await page.Keyboard.PressAsync("e");
        await Expect(page.Locator(".wb-review-sentence textarea").First).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Control+End");
        await page.Keyboard.InsertTextAsync(Edit);
        await Expect(page.Locator(".wb-review-sentence .wb-mark-foreign")).ToHaveTextAsync(Edit);
        await page.Keyboard.PressAsync("Control+Enter");
    }

    private static Task<List<string>> TextsAsync(Installation installation) =>
        installation.ReadAsync(db => db.TitleNormalisations.Where(t => t.State == TitleState.Approved).Select(t => t.ApprovedText).ToListAsync());
}
