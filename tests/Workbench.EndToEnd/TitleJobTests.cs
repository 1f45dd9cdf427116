using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LlmRec.Workbench.EndToEnd;

/// <summary>The whole job of titles with the bundled sample: run, figures, repair queue, desk, vectors, release, download.</summary>
[Collection(BrowserCollection.Name)]
public sealed class TitleJobTests(Chromium chromium)
{
    private const string Written = "这个商品是白色法式缎面婚纱";

    [Fact]
    public async Task WholeTitleJob_OnTheSample_EndsInTheApprovedSentences()
    {
        await using var installation = new Installation();
        await installation.App.StartAsync();
        var (page, url) = (await chromium.NewPageAsync(), installation.App.Url);

        await RunAsync(page, url);
        await LookAtTheFiguresAsync(page, url, installation.HasChineseModel);
        await WriteOneAsync(page, url);
        var approved = await ApproveOneAsync(page, url);
        await MakeVectorsAsync(page, url);
        var titles = await ReleaseAsync(page, url);

        titles.ShouldBe([Written, approved], ignoreOrder: true);
    }

    private static async Task RunAsync(IPage page, string url)
    {
        await page.GotoAsync($"{url}/runs/new?kind=titles");
        await page.GetByRole(AriaRole.Button, new() { Name = "开始运行" }).ClickAsync();
        await Expect(page).ToHaveURLAsync($"{url}/runs/1");
        await Expect(page.GetByText("379 / 379")).ToBeVisibleAsync(new() { Timeout = 60_000 });
    }

    private static async Task LookAtTheFiguresAsync(IPage page, string url, bool measured)
    {
        await page.GotoAsync($"{url}/titles");
        await Expect(measured ? page.Locator(".wb-title-summary dd").First : page.GetByText("lm install")).ToBeVisibleAsync(new() { Timeout = 30_000 });
    }

    private static async Task WriteOneAsync(IPage page, string url)
    {
        await page.GotoAsync($"{url}/titles/repair");
        await page.Locator(".wb-table tbody a").First.ClickAsync();
        await page.GetByLabel("自己写句子").FillAsync(Written);
        await page.GetByRole(AriaRole.Button, new() { Name = "通过这句话" }).ClickAsync();
        await Expect(page.GetByText($"已通过：{Written}")).ToBeVisibleAsync();
    }

    private static async Task<string> ApproveOneAsync(IPage page, string url)
    {
        await page.GotoAsync($"{url}/review/titles");
        await page.Locator("html[data-keys~=\"a\"]").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        var sentence = await page.Locator(".wb-review-sentence textarea").First.InputValueAsync();
        await page.Keyboard.PressAsync("a");
        await Expect(page.GetByText("已通过：")).ToBeVisibleAsync();
        return sentence;
    }

    private static async Task MakeVectorsAsync(IPage page, string url)
    {
        await page.GotoAsync($"{url}/titles/vectors/new?text=normalised&dimensions=16");
        await page.Locator("main button.mud-button-filled-primary").First.ClickAsync();
        await page.Locator("main a[href='/titles/vectors/1']").WaitForAsync(new() { Timeout = 60_000 });
    }

    private static async Task<List<string?>> ReleaseAsync(IPage page, string url)
    {
        await page.GotoAsync($"{url}/releases/new");
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("^发布 2 个标题$") }).ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("/releases/1$"));
        await page.GotoAsync($"{url}/releases/1?tab=files");
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "titles.jsonl" }).First.ClickAsync());
        return [.. (await File.ReadAllLinesAsync(await download.PathAsync())).Select(line => JsonDocument.Parse(line).RootElement.GetProperty("title").GetString())];
    }
}
