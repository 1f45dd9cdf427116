using LlmRec.LlmSimulator;
using LlmRec.Workbench.Runs;
using Microsoft.EntityFrameworkCore;

namespace LlmRec.Workbench.Tests.Runs;

public sealed class ShardExecutorTests
{
    [Fact]
    public async Task ExecuteAsync_EveryCallAnswered_CompletesTheRunWithTheWholeRecord()
    {
        await using var bench = await RunBench.CreateAsync();
        var run = await bench.StartAsync(items: 5);

        await bench.WorkAsync();

        var summary = await bench.SummaryAsync(run.Id);
        summary.Run.Status.ShouldBe(RunStatus.Completed);
        summary.Counts.ShouldBe(new Dictionary<ItemOutcome, int> { [ItemOutcome.Succeeded] = 5 });
        var item = (await bench.ItemsAsync(run.Id))[0];
        PromptMessages.FromJson(item.PromptSent)[^1].Text.ShouldContain(item.SubjectName.Split(" > ")[^1]);
        (item.Answer.Length > 0, item.Attempts, item.FromCache, item.OutputTokens > 0, item.FinishedAt.HasValue).ShouldBe((true, 1, false, true, true));
    }

    [Fact]
    public async Task ExecuteAsync_ShardRunAgain_AsksNothingAgain()
    {
        await using var bench = await RunBench.CreateAsync();
        var run = await bench.StartAsync(items: 5);
        await bench.WorkAsync();

        await bench.Get<ShardExecutor>().ExecuteAsync(run.Id, 0, CancellationToken.None);

        bench.Server.RequestCount.ShouldBe(5);
        bench.Server.CountsByPrompt.Values.ShouldAllBe(count => count == 1);
    }

    [Fact]
    public async Task ExecuteAsync_AnswersOfDifferentSubjects_BelongToTheSubjectThatAsked()
    {
        await using var bench = await RunBench.CreateAsync(new SimulatorOptions { LatencyJitter = TimeSpan.FromMilliseconds(30), Answer = r => $"'''{Math.Abs(r.Prompt.GetHashCode(StringComparison.Ordinal))}'''" });
        var run = await bench.StartAsync(items: 20);

        await bench.WorkAsync();

        foreach (var item in await bench.ItemsAsync(run.Id))
        {
            var sent = PromptMessages.FromJson(item.PromptSent)[^1].Text;
            item.Answer.ShouldBe($"'''{Math.Abs(sent.GetHashCode(StringComparison.Ordinal))}'''");
        }
    }

    [Fact]
    public async Task ExecuteAsync_OneCallFails_FailsThatItemAloneAndSaysWhy()
    {
        await using var bench = await RunBench.CreateAsync();
        bench.Server.Enqueue(Fault.Status(500));
        var run = await bench.StartAsync(items: 4);

        await bench.WorkAsync();

        var summary = await bench.SummaryAsync(run.Id);
        summary.Run.Status.ShouldBe(RunStatus.Completed);
        summary.Counts.ShouldBe(new Dictionary<ItemOutcome, int> { [ItemOutcome.Succeeded] = 3, [ItemOutcome.Failed] = 1 }, ignoreOrder: true);
        (await bench.ItemsAsync(run.Id)).Single(i => i.Outcome == ItemOutcome.Failed).Error.ShouldContain("500");
    }

    [Fact]
    public async Task ExecuteAsync_ShardHeldByAnotherWorker_WaitsForItsLease()
    {
        await using var bench = await RunBench.CreateAsync();
        var run = await bench.StartAsync(items: 2);
        await using (var db = bench.Open())
        {
            await db.RunShards.ExecuteUpdateAsync(set => set
                .SetProperty(s => s.LeaseOwner, "other-machine/1/x").SetProperty(s => s.LeaseUntil, TimeProvider.System.GetUtcNow().AddMinutes(1)));
        }

        var retryAfter = await bench.Get<ShardExecutor>().ExecuteAsync(run.Id, 0, CancellationToken.None);

        retryAfter.ShouldBe(TimeSpan.FromSeconds(30));
        bench.Server.RequestCount.ShouldBe(0);
    }

    [Fact]
    public async Task ExecuteAsync_ProfileNoLongerConfigured_PausesWithTheReason()
    {
        await using var bench = await RunBench.CreateAsync();
        var run = await bench.StartAsync(items: 2);
        await using (var db = bench.Open())
        {
            await db.Database.ExecuteSqlAsync($"UPDATE Runs SET ModelProfile = 'gone'", TestContext.Current.CancellationToken);
        }

        await bench.WorkAsync();

        var paused = (await bench.SummaryAsync(run.Id)).Run;
        paused.Status.ShouldBe(RunStatus.Paused);
        paused.StatusReason.ShouldBe("There is no model profile 'gone'. Configured: offline, sim.");
    }

    [Fact]
    public async Task ExecuteAsync_CostLimitReached_PausesAndSaysSo()
    {
        await using var bench = await RunBench.CreateAsync(new SimulatorOptions { Latency = TimeSpan.FromMilliseconds(100) }, concurrency: 1, price: 1_000_000);
        var run = await bench.StartAsync(items: 100, costLimit: 1);

        await bench.WorkAsync();

        var summary = await bench.SummaryAsync(run.Id);
        (summary.Run.Status, summary.Run.StatusReason).ShouldBe((RunStatus.Paused, RunControl.CostLimitReached));
        summary.Done.ShouldBeInRange(1, 50);
    }
}
