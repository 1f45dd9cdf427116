using System.Security.Cryptography;
using System.Text.Json;
using System.Text.RegularExpressions;
using LlmRec.Workbench.Complements;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LlmRec.Workbench.EndToEnd;

/// <summary>What a newcomer does with the bundled sample: tree, prompt, run, review by keyboard, release, download.</summary>
[Collection(BrowserCollection.Name)]
public sealed class WholeJobTests(Chromium chromium)
{
    [Fact]
    public async Task WholeJob_OnTheSample_EndsInADownloadedRelease()
    {
        await using var installation = new Installation();
        await installation.App.StartAsync();
        var page = await chromium.NewPageAsync();
        var errors = CollectErrors(page);

        await LookAtTheTreeAsync(page, installation.App.Url);
        await EditThePromptAsync(page, installation.App.Url);
        await RunAsync(page, installation.App.Url);
        await ReviewAsync(page, installation.App.Url);
        var pairs = await ReleaseAsync(page, installation);

        pairs.ShouldNotBeEmpty();
        pairs.ShouldAllBe(pair => pair.RootElement.GetProperty("prompt_version").GetInt32() == 2);
        pairs.ShouldAllBe(pair => pair.RootElement.GetProperty("approved_by").GetString() == Environment.UserName);
        errors.ShouldBeEmpty();
    }

    private static async Task LookAtTheTreeAsync(IPage page, string url)
    {
        await page.GotoAsync($"{url}/catalog");
        await page.GetByPlaceholder("名称、路径或 ID").FillAsync("连衣裙");
        await page.GetByText("连衣裙", new() { Exact = true }).First.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "连衣裙" })).ToBeVisibleAsync();
    }

    private static async Task EditThePromptAsync(IPage page, string url)
    {
        await page.GotoAsync($"{url}/prompts/complements-zh");
        await Expect(page.GetByText("要互补，不要替代").First).ToBeVisibleAsync();
        await page.GetByText("编辑为新版本").ClickAsync();
        await page.Locator(".monaco-editor").First.ClickAsync();
        await page.Keyboard.PressAsync("Control+End");
        await page.Keyboard.InsertTextAsync("\n请再想一想送礼的场合。");
        await Expect(page.Locator(".wb-prompt-edit").GetByText("请再想一想送礼的场合。").Last).ToBeVisibleAsync();
        await page.Locator(".wb-prompt-write textarea").Last.FillAsync("加上送礼的场合");
        await page.GetByRole(AriaRole.Button, new() { Name = "保存为新版本" }).ClickAsync();
        await Expect(page).ToHaveURLAsync($"{url}/prompts/complements-zh?version=2");
    }

    private static async Task RunAsync(IPage page, string url)
    {
        await page.GotoAsync($"{url}/runs/new?prompt=complements-zh@2");
        await Expect(page.GetByText("641").First).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "开始运行" }).ClickAsync();
        await Expect(page).ToHaveURLAsync($"{url}/runs/1");
        await Expect(page.GetByText("641 / 641")).ToBeVisibleAsync(new() { Timeout = 120_000 });
    }

    private static async Task ReviewAsync(IPage page, string url)
    {
        await page.GotoAsync($"{url}/review");
        await Expect(page.GetByText("“高跟鞋”").First).ToBeVisibleAsync();
        await page.Locator("html[data-keys~=\"a\"]").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await page.Keyboard.PressAsync("a");
        await Expect(page.GetByText("已通过：“高跟鞋”")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("r");
        await Expect(page.GetByText("已拒绝：")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("u");
        await Expect(page.GetByText("已撤销 1 条判断")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("a");
        await page.Keyboard.PressAsync("a");
    }

    private static async Task<List<JsonDocument>> ReleaseAsync(IPage page, Installation installation)
    {
        await page.GotoAsync($"{installation.App.Url}/releases/new");
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("^发布 \\d+ 个搭配$") }).ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("/releases/1$"));
        await page.GotoAsync($"{installation.App.Url}/releases/1?tab=files");
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "pairs.jsonl" }).First.ClickAsync());
        var file = await download.PathAsync();
        var published = Path.Combine(installation.Folder, "releases", "v000001", "pairs.jsonl");
        Hash(file).ShouldBe(Hash(published));
        var approved = await installation.ReadAsync(db => db.Pairs.CountAsync(p => p.State == PairState.Approved));
        var lines = await File.ReadAllLinesAsync(file);
        lines.Length.ShouldBeInRange(1, approved);
        return [.. lines.Select(line => JsonDocument.Parse(line))];
    }

    private static string Hash(string file) => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file)));

    private static List<string> CollectErrors(IPage page)
    {
        var errors = new List<string>();
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
            {
                errors.Add(message.Text);
            }
        };
        page.PageError += (_, error) => errors.Add(error);
        return errors;
    }
}
