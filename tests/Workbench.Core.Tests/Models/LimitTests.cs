using System.Diagnostics;
using LlmRec.LlmSimulator;
using LlmRec.Workbench.Models;

namespace LlmRec.Workbench.Tests.Models;

public sealed class LimitTests
{
    [Fact]
    public async Task GetResponse_ManyAtOnce_NeverExceedsTheConcurrency()
    {
        await using var sut = await ModelScene.CreateAsync(
            settings: new() { ["Concurrency"] = "4" }, simulator: new SimulatorOptions { Latency = TimeSpan.FromMilliseconds(30) });

        await Task.WhenAll(Enumerable.Range(0, 40).Select(i => sut.AskAsync($"第{i}问")));

        sut.Simulator.RequestCount.ShouldBe(40);
        sut.Simulator.PeakConcurrency.ShouldBe(4);
    }

    [Fact]
    public async Task GetResponse_RequestsPerMinute_SpreadsTheCalls()
    {
        await using var sut = await ModelScene.CreateAsync(settings: new() { ["RequestsPerMinute"] = "600", ["Concurrency"] = "16" });
        var watch = Stopwatch.StartNew();

        await Task.WhenAll(Enumerable.Range(0, 6).Select(i => sut.AskAsync($"第{i}问")));

        // Ten a second: the first goes at once, the other five need half a second. Timers may be early by a tick.
        watch.Elapsed.ShouldBeGreaterThan(TimeSpan.FromMilliseconds(400));
    }

    [Fact]
    public async Task GetResponse_CancelledWhileWaitingForASlot_LeavesTheSlotToOthers()
    {
        await using var sut = await ModelScene.CreateAsync(settings: new() { ["Concurrency"] = "1" });
        sut.Simulator.Enqueue(Fault.Slow(TimeSpan.FromMilliseconds(300)));
        using var cancel = new CancellationTokenSource();
        var slow = sut.AskAsync("一");
        var waiting = sut.AskAsync("二", cancellationToken: cancel.Token);
        await cancel.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => waiting);
        await slow;

        (await sut.AskAsync("三")).Text.ShouldNotBeEmpty();
        sut.Simulator.RequestCount.ShouldBe(2);
    }

    [Fact]
    public async Task GetResponse_FailedCalls_GiveTheirSlotBack()
    {
        await using var sut = await ModelScene.CreateAsync(settings: new() { ["Concurrency"] = "1" });
        sut.Simulator.Enqueue(Fault.Status(400), Fault.Status(400));
        await sut.FailAsync();
        await sut.FailAsync();

        (await sut.AskAsync()).Text.ShouldNotBeEmpty();
    }
}
