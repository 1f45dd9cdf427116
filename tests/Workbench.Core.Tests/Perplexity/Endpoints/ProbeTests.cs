using LlmRec.LlmSimulator;
using LlmRec.Workbench.Models;

namespace LlmRec.Workbench.Tests.Perplexity.Endpoints;

public sealed class ProbeTests
{
    [Theory]
    [InlineData(LogProbabilityModes.All, "echo", 1)]
    [InlineData(LogProbabilityModes.Prompt | LogProbabilityModes.Chat, "prompt_logprobs", 2)]
    [InlineData(LogProbabilityModes.Chat, "chat-repeat", 3)]
    public async Task Get_Auto_TakesTheBestMethodThatWorks(LogProbabilityModes modes, string method, int requests)
    {
        await using var sut = await EndpointScene.CreateAsync("auto", modes);
        sut.Scorers.All.Single().Name.ShouldBe("test-model · auto");

        (await sut.GetScorerAsync()).Name.ShouldBe($"test-model · {method}");

        sut.Simulator.RequestCount.ShouldBe(requests);
        sut.Scorers.All.Single().Name.ShouldBe($"test-model · {method}");
    }

    [Fact]
    public async Task Get_AutoAgain_AsksNoMore()
    {
        await using var sut = await EndpointScene.CreateAsync("auto");
        await sut.GetScorerAsync();

        (await sut.Scorers.GetAsync("test-model · echo", TestContext.Current.CancellationToken)).ShouldNotBeNull();

        sut.Simulator.RequestCount.ShouldBe(1);
    }

    [Fact]
    public async Task Get_ServerThatTellsNothing_IsListedWithTheReason()
    {
        await using var sut = await EndpointScene.CreateAsync("auto", LogProbabilityModes.None);

        (await sut.Scorers.GetAsync("sim", TestContext.Current.CancellationToken)).ShouldBeNull();

        var info = sut.Scorers.All.Single();
        info.Available.ShouldBeFalse();
        info.Problem.ShouldBe(
            $"Model profile 'sim': {sut.Simulator.Endpoint.Authority} gives no log-probabilities (echo: the answer does not begin with the prompt, so 'echo' is not supported; "
            + "prompt_logprobs: 'prompt_logprobs' is missing; chat-repeat: 'content' is missing). "
            + "Remove Models:Profiles:sim:LogProbabilities, or use a server that does, such as vLLM.");
    }

    [Fact]
    public async Task Get_ServerThatIsDown_DoesNotSettleForAWorseMethod()
    {
        await using var sut = await EndpointScene.CreateAsync("auto");
        sut.Simulator.When(r => r.Path == "/v1/completions", Fault.Status(503), times: 3);

        (await sut.Scorers.GetAsync("sim", TestContext.Current.CancellationToken)).ShouldBeNull();
        sut.Scorers.All.Single().Problem.ShouldContain("failed (HTTP 503)");

        (await sut.GetScorerAsync()).Name.ShouldBe("test-model · echo");
    }

    [Fact]
    public async Task Get_MethodNotSupportedByPath_TriesTheNext()
    {
        await using var sut = await EndpointScene.CreateAsync("auto");
        sut.Simulator.When(r => r.Path == "/v1/completions", Fault.Status(404));

        (await sut.GetScorerAsync()).Name.ShouldBe($"test-model · {LogProbabilityMethods.ChatRepeat}");
    }
}
