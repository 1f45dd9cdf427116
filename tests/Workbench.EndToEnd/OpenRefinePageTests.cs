using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LlmRec.Workbench.EndToEnd;

/// <summary>What OpenRefine's own page does in a browser: register the service across origins, and show its preview in a frame.</summary>
[Collection(BrowserCollection.Name)]
public sealed class OpenRefinePageTests(Chromium chromium)
{
    // OpenRefine tries CORS first and JSONP, which the service does not offer, when that fails.
    private const string Register = """
        url => new Promise(done => ReconciliationManager.registerStandardService(url, () => done(ReconciliationManager.getServiceFromUrl(url)), true))
        """;

    private const string Frame = """
        url => { const frame = document.createElement('iframe'); frame.width = 420; frame.height = 260; frame.src = url; document.body.replaceChildren(frame); }
        """;

    [Fact]
    public async Task OpenRefinePage_InABrowser_RegistersTheServiceAndFramesThePreview()
    {
        await using var installation = new Installation();
        await using var refine = await OpenRefine.StartAsync(installation.Folder);
        var page = await chromium.NewPageAsync();
        await installation.App.StartAsync();
        var leaf = await installation.ReadAsync(db => Task.FromResult(db.Categories.First(c => c.IsLeaf)));
        var project = await refine.CreateProjectAsync("name", [leaf.Name]);
        await page.GotoAsync($"{refine.Origin}/project?project={project}");

        var service = await page.EvaluateAsync<System.Text.Json.JsonElement>(Register, $"{installation.App.Url}/api/v1/reconcile");
        service.GetProperty("ui").GetProperty("access").GetString().ShouldBe("json");

        await page.EvaluateAsync(Frame, service.GetProperty("preview").GetProperty("url").GetString()!.Replace("{{id}}", leaf.Id));
        var preview = page.FrameLocator("iframe");
        await Expect(preview.GetByRole(AriaRole.Heading, new() { Name = leaf.Name })).ToBeVisibleAsync();
        (await preview.Locator("h1").EvaluateAsync<string>("h => getComputedStyle(h).fontSize")).ShouldBe("15px", "the style that the policy allows by its hash");
    }
}
