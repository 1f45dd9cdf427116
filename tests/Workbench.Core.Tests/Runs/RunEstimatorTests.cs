using LlmRec.Workbench.Runs;

namespace LlmRec.Workbench.Tests.Runs;

public sealed class RunEstimatorTests
{
    [Fact]
    public async Task EstimateAsync_WholeSample_CountsItemsTokensAndCostBeforeAnyCall()
    {
        await using var bench = await RunBench.CreateAsync(price: 10);

        var estimate = await bench.Get<RunEstimator>().EstimateAsync(new RunRequest("complements"));

        (estimate.Items, estimate.Calls).ShouldBe((641, 641));
        estimate.InputTokens.ShouldBeGreaterThan(641 * 20);
        estimate.Cost.ShouldBe(estimate.OutputTokens * 10m / 1_000_000);
        bench.Server.RequestCount.ShouldBe(0);
    }

    [Fact]
    public async Task EstimateAsync_AfterARun_UsesWhatTheModelReallyDid()
    {
        await using var bench = await RunBench.CreateAsync();
        var run = await bench.StartAsync(items: 4);
        await bench.WorkAsync();
        var mean = (await bench.ItemsAsync(run.Id)).Average(i => i.OutputTokens);

        var estimate = await bench.Get<RunEstimator>().EstimateAsync(new RunRequest("complements", Limit: 100));

        estimate.OutputTokens.ShouldBe((long)(mean * 100));
    }

    [Fact]
    public async Task EstimateAsync_SameAgain_ExpectsEverythingFromTheCacheForNothing()
    {
        await using var bench = await RunBench.CreateAsync(price: 10);
        await bench.StartAsync(items: 4);
        await bench.WorkAsync();

        var estimate = await bench.Get<RunEstimator>().EstimateAsync(new RunRequest("complements", Limit: 4));

        (estimate.Cached, estimate.Calls, estimate.Cost).ShouldBe((4, 0, 0m));
    }

    [Fact]
    public async Task DryRun_ThenRun_PaysForTheFirstThreeOnce()
    {
        await using var bench = await RunBench.CreateAsync();

        var tried = await bench.Get<DryRun>().AskAsync(RunBench.Engineer, new RunRequest("complements"));
        await bench.StartAsync(items: 5);
        await bench.WorkAsync();

        tried.Count.ShouldBe(3);
        tried.ShouldAllBe(item => item.Outcome == ItemOutcome.Succeeded && item.Reading!.Results.Count > 0);
        bench.Server.RequestCount.ShouldBe(5);
    }
}
