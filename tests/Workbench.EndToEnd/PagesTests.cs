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
        "/runs/2", "/titles?sample=all&item=650", "/review/titles?state=all", "/titles/repair?title=1", "/catalog?tab=unfiled", "/releases/1", "/releases/1?tab=titles",
        "/mapping/evaluation", "/mapping/evaluation/1", "/mapping/evaluation/1?tab=sources", "/mapping/evaluation/1?tab=curves", "/mapping/evaluation/1?tab=wrong",
        "/mapping/evaluation/1?tab=wrong&name=0", "/mapping/evaluation/1?tab=changed", "/help/mapping",
    ];

    private static readonly string[] SeriousImpacts = ["serious", "critical"];

    [Theory]
    [InlineData("zh-CN", ColorScheme.Light, 1440, 900)]
    [InlineData("en-US", ColorScheme.Dark, 390, 844)]
    public async Task EveryPage_WithData_IsSound(string language, ColorScheme theme, int width, int height)
    {
        await using var installation = new Installation();
        await FillAsync(installation);
        await installation.App.StartAsync();
        var page = await chromium.NewPageAsync(language, width, height);
        await page.EmulateMediaAsync(new() { ColorScheme = theme });
        var faults = new List<string>();
        Watch(page, installation.App.Url, faults);
        await page.GotoAsync($"{installation.App.Url}/culture?to={(language == "zh-CN" ? "zh-CN" : "en")}&returnUrl=/");

        await EvaluateAsync(page, installation.App.Url);
        foreach (var path in Pages)
        {
            await page.GotoAsync(installation.App.Url + path);
            await page.Locator("main h1").First.WaitForAsync();
            await page.WaitForTimeoutAsync(500);
            await SettleAsync(page);
            faults.AddRange((await FaultsOfAsync(page, width)).Select(fault => $"{path}: {fault}"));
        }

        string.Join('\n', faults.Distinct()).ShouldBeEmpty();
    }

    private static async Task SettleAsync(IPage page)
    {
        for (var tries = 0; tries < 50 && !await page.EvaluateAsync<bool>($"({Settled})()"); tries++)
        {
            await page.WaitForTimeoutAsync(100);
        }
    }

    // Nothing loads any more, and every table shows a row or says that it has none.
    private const string Settled = """
        () => !document.querySelector('.wb-skeleton') && [...document.querySelectorAll('.mud-table-container')]
            .every(table => table.querySelector('.wb-no-rows') || [...table.querySelectorAll('tbody td')].some(cell => cell.textContent.trim()))
        """;

    // Both kinds of runs, titles in every state (those of women's clothes are approved), a vector set and a release that takes it with it.
    private static async Task FillAsync(Installation installation)
    {
        var app = installation.App;
        await app.RunAsync("run", "complements");
        await app.RunAsync("run", "titles");
        (await app.RunAsync("review", "accept-titles", "--reason", "test", "--scope", "16")).ShouldBe(0);
        (await app.RunAsync("vectors", "create", "--text", "normalised", "--dimensions", "16")).ShouldBe(0);
        (await app.RunAsync("release", "create", "--vectors", "1")).ShouldBe(0);
    }

    // As a person does it: a gold set is uploaded, and two settings are measured with it.
    private static async Task EvaluateAsync(IPage page, string url)
    {
        await page.GotoAsync($"{url}/mapping/evaluation?b=default,-lexical");
        // A file that is chosen before the page is alive goes nowhere.
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await page.WaitForTimeoutAsync(2000);
        await page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload
        {
            Name = "gold.tsv", MimeType = "text/plain", Buffer = "name\tgold_ids\tstratum\n休闲裤\t50000005\tone\n牛仔长裤\t50000005\ttwo\n没有这种东西\t-\ttwo\n"u8.ToArray(),
        });
        await page.Locator(".wb-card:has(.wb-evaluate) .mud-button-filled").ClickAsync();
        await page.WaitForURLAsync("**/mapping/evaluation/1");
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
