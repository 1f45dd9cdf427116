using LlmRec.Workbench.Mapping;
using LlmRec.Workbench.Review;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LlmRec.Workbench.EndToEnd;

/// <summary>An expert corrects ten mappings by keyboard, goes on judging, re-fits, reads the report, adopts the fit and finds the queue mapped with it.</summary>
[Collection(BrowserCollection.Name)]
public sealed class CalibrationTests(Chromium chromium)
{
    private const int Corrections = 10;
    private const int Confirmations = 60;

    [Fact]
    public async Task Corrections_ThenRefit_AreReportedAdoptedAndFollowedByTheQueue()
    {
        await using var installation = new Installation();
        var page = await chromium.NewPageAsync();
        (await installation.App.RunAsync("run", "complements")).ShouldBe(0);
        await installation.App.StartAsync();
        await JudgeAsync(page, $"{installation.App.Url}/review?outcome=Ambiguous", "n", Corrections);
        await JudgeAsync(page, $"{installation.App.Url}/review?outcome=Mapped", "a", Confirmations);
        await JudgeAsync(page, $"{installation.App.Url}/review?outcome=Ambiguous", "n", Corrections);

        await page.GotoAsync($"{installation.App.Url}/mapping");
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("^用 \\d+ 个已判断的词重新校准$") }).ClickAsync(new() { Timeout = 60_000 });
        await Expect(page.GetByTestId("fit-report")).ToBeVisibleAsync(new() { Timeout = 120_000 });
        await page.GetByRole(AriaRole.Button, new() { Name = "采用校准 1" }).ClickAsync();
        await Expect(page.GetByText("这次校准正在生效。")).ToBeVisibleAsync(new() { Timeout = 120_000 });

        var judged = await installation.ReadAsync(db => db.Judgments.CountAsync(j => j.Decision == Decision.NoCategory));
        judged.ShouldBeGreaterThanOrEqualTo(2 * Corrections);
        (await installation.ReadAsync(db => db.Mappings.CountAsync(m => m.SettingsId != 1))).ShouldBe(0);
        (await installation.ReadAsync(db => db.MappingCandidates.AnyAsync(c => c.Accepted))).ShouldBeTrue();
    }

    private static async Task JudgeAsync(IPage page, string address, string key, int times)
    {
        await page.GotoAsync(address);
        await page.Locator($"html[data-keys~=\"{key}\"]").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        for (var i = 0; i < times; i++)
        {
            var before = await page.Locator(".wb-review-head").InnerTextAsync();
            do
            {
                // A key that comes while the desk is still busy does nothing.
                await page.Keyboard.PressAsync(key);
                await page.WaitForTimeoutAsync(250);
            }
            while (await page.Locator(".wb-review-head").InnerTextAsync() == before);
        }
    }
}
