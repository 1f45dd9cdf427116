using LlmRec.LlmSimulator;
using LlmRec.Workbench.Models;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Time.Testing;

namespace LlmRec.Workbench.Tests.Models;

public sealed class RetryTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 5, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Retry_RetryAfterSeconds_WaitsThatLong()
    {
        var time = new FakeTimeProvider(Start);
        await using var sut = await ModelScene.CreateAsync(time: time);
        sut.Simulator.Enqueue(Fault.RateLimited(30));

        await ShouldAnswerAfterAsync(sut, time, TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task Retry_RetryAfterDate_WaitsUntilThen()
    {
        var time = new FakeTimeProvider(Start);
        await using var sut = await ModelScene.CreateAsync(time: time);
        sut.Simulator.Enqueue(Fault.RateLimited(Start.AddSeconds(45)));

        await ShouldAnswerAfterAsync(sut, time, TimeSpan.FromSeconds(45));
    }

    [Fact]
    public async Task Retry_RetryAfterMilliseconds_IsHonoured()
    {
        await using var sut = await ModelScene.CreateAsync(settings: new() { ["RetryDelaySeconds"] = "50" });
        sut.Simulator.Enqueue(Fault.RateLimitedMilliseconds(20));

        CallFacts.GetAttempts(await sut.AskAsync()).ShouldBe(2);
    }

    [Fact]
    public async Task Retry_RetryAfterBeyondTheLongestWait_FailsAtOnceAndSaysSo()
    {
        await using var sut = await ModelScene.CreateAsync(settings: new() { ["MaxRetryDelaySeconds"] = "60" });
        sut.Simulator.Enqueue(Fault.RateLimited(3600));

        var error = await sut.FailAsync();

        error.Attempts.ShouldBe(1);
        error.Message.ShouldBe(
            $"Model profile 'sim': {sut.Simulator.Endpoint.Authority} turns requests away as too many (HTTP 429) and asks to wait 3600 s. "
            + "Lower Models:Profiles:sim:Concurrency or set Models:Profiles:sim:RequestsPerMinute. The server said: Too many requests.");
    }

    [Fact]
    public async Task Retry_RefusedConnection_IsRetriedThenNamesTheHost()
    {
        await using var sut = await ModelScene.CreateAsync(settings: new() { ["Endpoint"] = "http://127.0.0.1:1/v1" });

        var error = await sut.FailAsync();

        error.Failure.ShouldBe(CallFailure.ConnectionRefused);
        error.Message.ShouldBe(
            "Model profile 'sim': nothing listens at 127.0.0.1:1. Start the server there, or check Models:Profiles:sim:Endpoint. 3 attempts were made.");
    }

    [Fact]
    public async Task Retry_CallerCancelsWhileTheServerHangs_IsCancellationAndNoRetry()
    {
        await using var sut = await ModelScene.CreateAsync();
        sut.Simulator.When(_ => true, Fault.Hang);
        using var cancel = new CancellationTokenSource();
        var call = sut.AskAsync(cancellationToken: cancel.Token);
        await Eventually(() => sut.Simulator.RequestCount == 1);

        await cancel.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => call);
        sut.Simulator.RequestCount.ShouldBe(1);
    }

    [Fact]
    public async Task Retry_CallerCancelsWhileWaiting_EndsTheWait()
    {
        await using var sut = await ModelScene.CreateAsync(settings: new() { ["MaxRetryDelaySeconds"] = "600" });
        sut.Simulator.When(_ => true, Fault.RateLimited(300));
        using var cancel = new CancellationTokenSource();
        var call = sut.AskAsync(cancellationToken: cancel.Token);
        await Eventually(() => sut.Simulator.RequestCount == 1);

        await cancel.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => call);
    }

    [Fact]
    public async Task Retry_StreamThatFailsBeforeItsFirstUpdate_IsBegunAgain()
    {
        await using var sut = await ModelScene.CreateAsync();
        sut.Simulator.Enqueue(Fault.Status(500), Fault.Drop);

        var updates = await sut.Client.GetStreamingResponseAsync("裤子").ToListAsync(TestContext.Current.CancellationToken);

        updates.ToChatResponse().Text.ShouldBe(InventedAnswer.For("裤子"));
        sut.Simulator.RequestCount.ShouldBe(3);
    }

    [Fact]
    public async Task Retry_StreamThatAlwaysFails_SaysWhyAfterAllAttempts()
    {
        await using var sut = await ModelScene.CreateAsync();
        sut.Simulator.When(_ => true, Fault.Status(503));

        var error = await Should.ThrowAsync<ModelCallException>(
            async () => await sut.Client.GetStreamingResponseAsync("裤子").ToListAsync());

        error.Failure.ShouldBe(CallFailure.ServerError);
        error.Attempts.ShouldBe(3);
    }

    private static async Task ShouldAnswerAfterAsync(ModelScene sut, FakeTimeProvider time, TimeSpan wait)
    {
        var call = sut.AskAsync();
        await Eventually(() => sut.Simulator.RequestCount == 1);

        // The wait begins a moment after the server has answered, so the clock is moved in two steps, the second as often as needed.
        await Task.Delay(100);
        time.Advance(wait - TimeSpan.FromSeconds(1));
        await Task.Delay(50);
        sut.Simulator.RequestCount.ShouldBe(1);

        await Eventually(() =>
        {
            time.Advance(TimeSpan.FromSeconds(1));
            return call.IsCompleted;
        });
        CallFacts.GetAttempts(await call).ShouldBe(2);
    }

    private static async Task Eventually(Func<bool> condition)
    {
        for (var i = 0; !condition(); i++)
        {
            i.ShouldBeLessThan(500, "It did not happen within 10 s.");
            await Task.Delay(20);
        }
    }
}
