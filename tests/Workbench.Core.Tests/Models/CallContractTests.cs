using System.Text.Json;
using LlmRec.LlmSimulator;
using LlmRec.Workbench.Models;
using Microsoft.Extensions.AI;

namespace LlmRec.Workbench.Tests.Models;

/// <summary>What every kind of live model must do, whichever SDK is behind it.</summary>
public abstract class CallContractTests(string kind)
{
    private Task<ModelScene> CreateSutAsync(params (string Name, string Value)[] settings) =>
        ModelScene.CreateAsync(kind, settings.ToDictionary(s => s.Name, string? (s) => s.Value));

    [Fact]
    public async Task GetResponse_Healthy_ReturnsAnswerUsageAndFacts()
    {
        await using var sut = await CreateSutAsync();

        var response = await sut.AskAsync("裤子");

        response.Text.ShouldBe(InventedAnswer.For("裤子"));
        response.Usage!.InputTokenCount.ShouldBe(2);
        response.Usage.OutputTokenCount!.Value.ShouldBeGreaterThan(0);
        CallFacts.GetAttempts(response).ShouldBe(1);
        CallFacts.IsFromCache(response).ShouldBeFalse();
    }

    [Fact]
    public async Task GetResponse_Parameters_ArriveAsConfigured()
    {
        await using var sut = await CreateSutAsync(("ExtraBody", """{"enable_thinking":false,"nested":{"n":1}}"""));

        await sut.AskAsync(options: new ChatOptions { Temperature = 0.5f, TopP = 0.25f, MaxOutputTokens = 77, Seed = 5 });

        using var body = JsonDocument.Parse(sut.Simulator.Requests[^1].Body);
        var sent = body.RootElement;
        sent.GetProperty("model").GetString().ShouldBe("test-model");
        sent.GetProperty("temperature").GetDouble().ShouldBe(0.5);
        sent.GetProperty("top_p").GetDouble().ShouldBe(0.25);
        sent.GetProperty("max_tokens").GetInt32().ShouldBe(77);
        sent.GetProperty("seed").GetInt32().ShouldBe(5);
        sent.GetProperty("enable_thinking").GetBoolean().ShouldBeFalse();
        sent.GetProperty("nested").GetProperty("n").GetInt32().ShouldBe(1);
        sent.GetProperty("messages")[0].GetProperty("content").GetString().ShouldBe("你是导购。");
    }

    [Fact]
    public async Task GetResponse_MaxCompletionTokensConfigured_SendsThatFieldInstead()
    {
        await using var sut = await CreateSutAsync(("TokenLimitField", "max_completion_tokens"));

        await sut.AskAsync(options: new ChatOptions { MaxOutputTokens = 77 });

        sut.Simulator.Requests[^1].Body.ShouldContain("\"max_completion_tokens\":77");
        sut.Simulator.Requests[^1].Body.ShouldNotContain("\"max_tokens\"");
    }

    [Fact]
    public async Task GetResponse_CallFacts_AreNotSent()
    {
        await using var sut = await CreateSutAsync();

        await sut.AskAsync(options: new ChatOptions { AdditionalProperties = new() { [CallFacts.Subject] = "女装 > 裙装", [CallFacts.Kind] = "complements" } });

        sut.Simulator.Requests[^1].Body.ShouldNotContain("llmrec");
        sut.Simulator.Requests[^1].Body.ShouldNotContain("裙装");
    }

    [Fact]
    public async Task GetResponse_Key_ArrivesWhereTheServerLooks()
    {
        await using var sut = await CreateSutAsync();

        await sut.AskAsync();

        sut.Simulator.Requests[^1].Key.ShouldBe(ModelScene.Key);
        sut.Simulator.Requests[^1].Model.ShouldBe("test-model");
    }

    [Fact]
    public async Task GetStreamingResponse_Healthy_YieldsTheSameTextInParts()
    {
        await using var sut = await CreateSutAsync();

        var updates = await sut.Client.GetStreamingResponseAsync("裤子").ToListAsync(TestContext.Current.CancellationToken);

        updates.Count.ShouldBeGreaterThan(2);
        updates.ToChatResponse().Text.ShouldBe(InventedAnswer.For("裤子"));
        updates.ToChatResponse().Usage!.OutputTokenCount!.Value.ShouldBeGreaterThan(0);
    }

    public static TheoryData<string, Fault> PassingFaults => new()
    {
        { "429", Fault.RateLimited() },
        { "429 with seconds", Fault.RateLimited(0) },
        { "500", Fault.Status(500) },
        { "503", Fault.Status(503) },
        { "408", Fault.Status(408) },
        { "drop", Fault.Drop },
        { "drop midway", Fault.DropMidway },
        { "truncated", Fault.TruncatedJson },
        { "garbage", Fault.Garbage },
    };

    [Theory]
    [MemberData(nameof(PassingFaults))]
    public async Task GetResponse_FaultThatPasses_IsRetriedUntilTheAnswer(string name, Fault fault)
    {
        await using var sut = await CreateSutAsync();
        sut.Simulator.Enqueue(fault, fault);

        var response = await sut.AskAsync();

        response.Text.ShouldNotBeEmpty(name);
        CallFacts.GetAttempts(response).ShouldBe(3);
        sut.Simulator.RequestCount.ShouldBe(3);
    }

    public static TheoryData<Fault, CallFailure, int> LastingFaults => new()
    {
        { Fault.RateLimited(), CallFailure.TooManyRequests, 3 },
        { Fault.Status(500), CallFailure.ServerError, 3 },
        { Fault.Drop, CallFailure.ConnectionLost, 3 },
        { Fault.DropMidway, CallFailure.ConnectionLost, 3 },
        { Fault.TruncatedJson, CallFailure.UnreadableAnswer, 3 },
        { Fault.Garbage, CallFailure.UnreadableAnswer, 3 },
        { Fault.Status(401), CallFailure.NotAuthorized, 1 },
        { Fault.Status(403), CallFailure.NotAuthorized, 1 },
        { Fault.Status(404), CallFailure.NotFound, 1 },
        { Fault.Status(400), CallFailure.BadRequest, 1 },
        { Fault.ContentFilter, CallFailure.ContentFilter, 1 },
        { Fault.FilteredAnswer, CallFailure.ContentFilter, 1 },
        { Fault.Redirect(new Uri("http://127.0.0.1:9/elsewhere")), CallFailure.Other, 1 },
    };

    [Theory]
    [MemberData(nameof(LastingFaults))]
    public async Task GetResponse_FaultThatLasts_FailsAfterTheRightAttempts(Fault fault, CallFailure failure, int attempts)
    {
        await using var sut = await CreateSutAsync();
        sut.Simulator.When(_ => true, fault);

        var error = await sut.FailAsync();

        error.Failure.ShouldBe(failure);
        error.Attempts.ShouldBe(attempts);
        sut.Simulator.RequestCount.ShouldBe(attempts);
        error.Message.ShouldStartWith("Model profile 'sim': ");
    }

    [Fact]
    public async Task GetResponse_ServerHangs_TimesOutEachAttempt()
    {
        await using var sut = await CreateSutAsync(("TimeoutSeconds", "0.2"), ("MaxAttempts", "2"));
        sut.Simulator.When(_ => true, Fault.Hang);

        var error = await sut.FailAsync();

        error.Failure.ShouldBe(CallFailure.Timeout);
        error.Message.ShouldContain("did not answer within 0.2 s. A slow model needs a higher Models:Profiles:sim:TimeoutSeconds. 2 attempts were made.");
        sut.Simulator.RequestCount.ShouldBe(2);
    }

    [Theory]
    [InlineData(50_000)]
    [InlineData(1_000_000)]
    public async Task GetResponse_VeryLongAnswer_ArrivesWhole(int length)
    {
        await using var sut = await CreateSutAsync();
        sut.Simulator.Enqueue(Fault.LongAnswer(length));

        (await sut.AskAsync()).Text.Length.ShouldBe(length);
    }
}

public sealed class OpenAICompatibleCallTests() : CallContractTests(ModelKinds.OpenAICompatible);

public sealed class AzureOpenAICallTests() : CallContractTests(ModelKinds.AzureOpenAI);
