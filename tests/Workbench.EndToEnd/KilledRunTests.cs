using LlmRec.LlmSimulator;
using LlmRec.Workbench.Runs;
using LlmRec.Workbench.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace LlmRec.Workbench.EndToEnd;

/// <summary>The whole way to a live model over HTTP, with the process killed in mid-run.</summary>
[Collection(BrowserCollection.Name)]
public sealed class KilledRunTests(Chromium chromium)
{
    private const int Concurrency = 8;
    private const int Shards = 3;

    [Fact]
    public async Task Run_AppKilledInMidRun_ContinuesAtNextStartAndHasEveryItemOnce()
    {
        await using var simulator = await SimulatorServer.StartAsync(new SimulatorOptions { Latency = TimeSpan.FromMilliseconds(60) });
        await using var installation = new Installation(Profile(simulator));
        await installation.App.StartAsync();
        var page = await chromium.NewPageAsync();
        await page.GotoAsync($"{installation.App.Url}/runs/new");
        await page.GetByRole(AriaRole.Button, new() { Name = "开始运行" }).ClickAsync();
        await Expect(page).ToHaveURLAsync($"{installation.App.Url}/runs/1");
        while (simulator.RequestCount < 150)
        {
            await Task.Delay(20);
        }

        await installation.App.KillAsync();
        var finishedBefore = await installation.ReadAsync(FinishedAsync);
        await installation.App.StartAsync();
        await page.GotoAsync($"{installation.App.Url}/runs/1");

        await Expect(page.GetByText("641 / 641")).ToBeVisibleAsync(new() { Timeout = 120_000 });
        var finished = await installation.ReadAsync(FinishedAsync);
        finishedBefore.Count.ShouldBeInRange(1, 640);
        finished.Count.ShouldBe(641);
        finished.Select(item => item.SubjectId).Distinct().Count().ShouldBe(641);
        finished.ShouldAllBe(item => item.Outcome == ItemOutcome.Succeeded);
        await NothingFinishedIsAskedAgainAsync(simulator, installation, finishedBefore);
    }

    // What was stored before the kill is never asked again; only items that were in progress may be: at most one for each place in each of the three shards.
    private static async Task NothingFinishedIsAskedAgainAsync(SimulatorServer simulator, Installation installation, List<RunItem> finishedBefore)
    {
        var asked = simulator.CountsByPrompt;
        foreach (var item in finishedBefore)
        {
            asked[PromptMessages.FromJson(item.PromptSent)[^1].Text].ShouldBe(1, item.SubjectName);
        }

        asked.Values.Count(count => count > 1).ShouldBeLessThanOrEqualTo(Shards * Concurrency);
        var mentions = await installation.ReadAsync(db => db.Mentions.GroupBy(m => new { m.RunItemId, m.Rank }).CountAsync(g => g.Count() > 1));
        mentions.ShouldBe(0);
    }

    private static Task<List<RunItem>> FinishedAsync(WorkbenchDbContext db) =>
        db.RunItems.AsNoTracking().Where(i => i.Outcome != ItemOutcome.Pending).ToListAsync();

    private static Dictionary<string, string> Profile(SimulatorServer simulator) => new()
    {
        ["Models__Default"] = "sim",
        ["Models__Profiles__sim__Kind"] = "openai-compatible",
        ["Models__Profiles__sim__Endpoint"] = simulator.Endpoint.ToString(),
        ["Models__Profiles__sim__Model"] = "sim-1",
        ["Models__Profiles__sim__Concurrency"] = $"{Concurrency}",
    };
}
