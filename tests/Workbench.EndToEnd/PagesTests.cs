using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace LlmRec.Workbench.EndToEnd;

/// <summary>Every page, wide and narrow, in both languages and themes: no script error, no request to a foreign host, nothing wider than the screen, no serious accessibility fault.</summary>
[Collection(BrowserCollection.Name)]
public sealed class PagesTests(Chromium chromium)
{
    private static readonly string[] Pages =
    [
        "/", "/catalog", "/catalog/50000005", "/catalog/import", "/prompts", "/prompts/complements-zh", "/runs", "/runs/new", "/runs/1", "/review", "/review/titles", "/releases", "/models",
        "/help", "/prompts/complements-zh?edit=true", "/runs/1?item=1", "/releases/new", "/catalog/50000005?tab=mentions", "/titles", "/titles?tab=categories&sample=all",
        "/titles/versions", "/titles/words?kind=Promotion", "/help/titles",
        "/titles/vectors", "/titles/vectors/new?dimensions=16", "/titles/vectors/1",
        "/runs/new?kind=titles&scope=repair", "/runs/answers?kind=titles", "/prompts/titles-zh?edit=true", "/titles/repair",
    ];

    private static readonly string[] SeriousImpacts = ["serious", "critical"];

    [Theory]
    [InlineData("zh-CN", ColorScheme.Light, 1440, 900)]
    [InlineData("en-US", ColorScheme.Dark, 390, 844)]
    public async Task EveryPage_WithData_IsSound(string language, ColorScheme theme, int width, int height)
    {
        await using var installation = new Installation();
        await installation.App.StartAsync();
        var page = await chromium.NewPageAsync(language, width, height);
        await page.EmulateMediaAsync(new() { ColorScheme = theme });
        var faults = new List<string>();
        Watch(page, installation.App.Url, faults);
        await page.GotoAsync($"{installation.App.Url}/culture?to={(language == "zh-CN" ? "zh-CN" : "en")}&returnUrl=/runs/new");
        await page.Locator("main button.mud-button-filled-primary").First.ClickAsync();
        await page.GetByText("641 / 641").WaitForAsync(new() { Timeout = 120_000 });

        await page.GotoAsync($"{installation.App.Url}/titles/vectors/new?dimensions=16");
        await page.Locator("main button.mud-button-filled-primary").First.ClickAsync();
        await page.Locator("main a[href='/titles/vectors/1']").WaitForAsync(new() { Timeout = 60_000 });

        foreach (var path in Pages)
        {
            await page.GotoAsync(installation.App.Url + path);
            await page.Locator("main h1").First.WaitForAsync();
            await page.WaitForTimeoutAsync(500);
            faults.AddRange((await FaultsOfAsync(page, width)).Select(fault => $"{path}: {fault}"));
        }

        string.Join('\n', faults.Distinct()).ShouldBeEmpty();
    }

    private static void Watch(IPage page, string url, List<string> faults)
    {
        page.PageError += (_, error) => faults.Add(error);
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
            {
                faults.Add(message.Text);
            }
        };
        page.Request += (_, request) =>
        {
            if (request.Url.StartsWith("http", StringComparison.Ordinal) && !request.Url.StartsWith(url, StringComparison.Ordinal))
            {
                faults.Add($"request to {request.Url}");
            }
        };
    }

    private static async Task<List<string>> FaultsOfAsync(IPage page, int width)
    {
        var faults = new List<string>();
        if (await page.EvaluateAsync<int>("document.documentElement.scrollWidth") > width)
        {
            faults.Add("wider than the screen");
        }

        var axe = await page.RunAxe(new AxeRunOptions { ResultTypes = [ResultType.Violations] });
        faults.AddRange(axe.Violations.Where(violation => SeriousImpacts.Contains(violation.Impact))
            .Select(violation => $"{violation.Id} ({violation.Impact}): {string.Join(" | ", violation.Nodes.Take(3).Select(node => node.Html[..Math.Min(160, node.Html.Length)]))}"));
        return faults;
    }
}
