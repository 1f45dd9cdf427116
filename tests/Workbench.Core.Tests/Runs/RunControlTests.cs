using LlmRec.LlmSimulator;
using LlmRec.Workbench.Runs;
using LlmRec.Workbench.Security;
using Microsoft.EntityFrameworkCore;

namespace LlmRec.Workbench.Tests.Runs;

public sealed class RunControlTests
{
    [Fact]
    public async Task PauseAsync_InMidRun_KeepsWhatCameHomeAndResumesWithoutAskingTwice()
    {
        await using var bench = await RunBench.CreateAsync(new SimulatorOptions { Latency = TimeSpan.FromMilliseconds(100) }, concurrency: 2);
        var run = await bench.StartAsync(items: 40);
        var work = bench.WorkAsync();
        while (bench.Server.RequestCount < 4)
        {
            await Task.Delay(20);
        }

        await bench.Get<RunControl>().PauseAsync(RunBench.Engineer, run.Id);
        await work;
        var paused = await bench.SummaryAsync(run.Id);
        await bench.Get<RunControl>().ResumeAsync(RunBench.Engineer, run.Id);
        await bench.WorkAsync();

        (paused.Run.Status, paused.Done is > 0 and < 40).ShouldBe((RunStatus.Paused, true));
        (await bench.SummaryAsync(run.Id)).Counts.ShouldBe(new Dictionary<ItemOutcome, int> { [ItemOutcome.Succeeded] = 40 });
        bench.Server.CountsByPrompt.Values.ShouldAllBe(count => count == 1);
    }

    [Fact]
    public async Task CancelAsync_PausedRun_KeepsPartialResultsForGood()
    {
        await using var bench = await RunBench.CreateAsync();
        var run = await bench.StartAsync(items: 3);
        await bench.Get<RunControl>().PauseAsync(RunBench.Engineer, run.Id);

        await bench.Get<RunControl>().CancelAsync(RunBench.Engineer, run.Id);
        await bench.WorkAsync();

        (await bench.SummaryAsync(run.Id)).Run.Status.ShouldBe(RunStatus.Cancelled);
        bench.Server.RequestCount.ShouldBe(0);
        var error = await Should.ThrowAsync<RunRejectedException>(() => bench.Get<RunControl>().ResumeAsync(RunBench.Engineer, run.Id));
        error.Message.ShouldBe($"Run {run.Id} is Cancelled; only a run that is Paused can become Running.");
    }

    [Fact]
    public async Task RetryFailedAsync_SomeFailed_AsksAboutThoseOnly()
    {
        await using var bench = await RunBench.CreateAsync();
        bench.Server.Enqueue(Fault.Status(500), Fault.Status(500));
        var run = await bench.StartAsync(items: 6);
        await bench.WorkAsync();

        var retried = await bench.Get<RunControl>().RetryFailedAsync(RunBench.Engineer, run.Id);
        await bench.WorkAsync();

        retried.ShouldBe(2);
        (await bench.SummaryAsync(run.Id)).Counts.ShouldBe(new Dictionary<ItemOutcome, int> { [ItemOutcome.Succeeded] = 6 });
        bench.Server.RequestCount.ShouldBe(8);
    }

    [Fact]
    public async Task RetryFailedAsync_CancelledRun_IsRefusedAndAsksNothing()
    {
        await using var bench = await RunBench.CreateAsync();
        var run = await bench.StartAsync(items: 6);
        await bench.Get<RunControl>().CancelAsync(RunBench.Engineer, run.Id);

        var error = await Should.ThrowAsync<RunRejectedException>(() => bench.Get<RunControl>().RetryFailedAsync(RunBench.Engineer, run.Id));
        await bench.WorkAsync();

        error.Message.ShouldContain("Start a new run");
        bench.Server.RequestCount.ShouldBe(0);
    }

    [Fact]
    public async Task RequeueUnfinishedAsync_ProcessDied_FreesItsLeaseAndQueuesWhatIsPending()
    {
        await using var bench = await RunBench.CreateAsync();
        var run = await bench.StartAsync(items: 300);
        while (bench.Queued.Count > 0)
        {
            await bench.Get<ShardExecutor>().ExecuteAsync(run.Id, 0, CancellationToken.None);
            break;
        }

        await using (var db = bench.Open())
        {
            await db.RunShards.ExecuteUpdateAsync(set => set
                .SetProperty(s => s.LeaseOwner, $"{Environment.MachineName}/{int.MaxValue}/x").SetProperty(s => s.LeaseUntil, TimeProvider.System.GetUtcNow().AddMinutes(1)));
        }

        await bench.Get<RunControl>().RequeueUnfinishedAsync();
        await bench.WorkAsync();

        (await bench.SummaryAsync(run.Id)).Run.Status.ShouldBe(RunStatus.Completed);
        bench.Server.RequestCount.ShouldBe(300);
    }

    [Fact]
    public async Task StartAsync_SamePromptAndModelAgain_AnswersFromTheCacheForNothing()
    {
        await using var bench = await RunBench.CreateAsync(price: 10);
        await bench.StartAsync(items: 5);
        await bench.WorkAsync();

        var second = await bench.StartAsync(items: 5);
        await bench.WorkAsync();

        bench.Server.RequestCount.ShouldBe(5);
        var summary = await bench.SummaryAsync(second.Id);
        (summary.FromCache, summary.Cost, summary.Counts[ItemOutcome.Succeeded]).ShouldBe((5, 0m, 5));
    }

    [Fact]
    public async Task StartAsync_CallerWithoutTheRole_IsDenied()
    {
        await using var bench = await RunBench.CreateAsync();
        var viewer = new Caller("guest", new HashSet<string> { Roles.Viewer });

        await Should.ThrowAsync<AccessDeniedException>(() => bench.Get<RunControl>().StartAsync(viewer, new RunRequest("complements")));
    }

    [Fact]
    public async Task StartAsync_ScopeWithoutLeaves_SaysWhatToChoose()
    {
        await using var bench = await RunBench.CreateAsync();

        var error = await Should.ThrowAsync<RunRejectedException>(
            () => bench.Get<RunControl>().StartAsync(RunBench.Engineer, new RunRequest("complements", Scope: "no-such-category")));

        error.Message.ShouldContain("no-such-category");
    }
}
