using LlmRec.LlmSimulator;
using LlmRec.Workbench.Models;
using LlmRec.Workbench.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.AI;

namespace LlmRec.Workbench.Tests.Models;

public sealed class CacheTests
{
    [Fact]
    public async Task GetResponse_AskedBefore_AnswersWithoutARequest()
    {
        await using var sut = await ModelScene.CreateAsync();
        var first = await sut.AskAsync();

        var second = await sut.AskAsync();

        sut.Simulator.RequestCount.ShouldBe(1);
        second.Text.ShouldBe(first.Text);
        second.Usage!.OutputTokenCount.ShouldBe(first.Usage!.OutputTokenCount);
        CallFacts.IsFromCache(second).ShouldBeTrue();
        CallFacts.GetAttempts(second).ShouldBe(0);
    }

    [Fact]
    public async Task GetResponse_OtherSubjectSamePrompt_IsTheSameQuestion()
    {
        await using var sut = await ModelScene.CreateAsync();
        await sut.AskAsync(options: Facts("a"));

        CallFacts.IsFromCache(await sut.AskAsync(options: Facts("b"))).ShouldBeTrue();
    }

    public static TheoryData<string, ChatOptions> OtherOptions => new()
    {
        { "temperature", new ChatOptions { Temperature = 0.1f } },
        { "top_p", new ChatOptions { TopP = 0.1f } },
        { "max tokens", new ChatOptions { MaxOutputTokens = 10 } },
        { "seed", new ChatOptions { Seed = 1 } },
        { "model", new ChatOptions { ModelId = "another" } },
        { "stop", new ChatOptions { StopSequences = ["。"] } },
    };

    [Theory]
    [MemberData(nameof(OtherOptions))]
    public async Task GetResponse_OtherParameters_AsksAgain(string name, ChatOptions options)
    {
        await using var sut = await ModelScene.CreateAsync();
        await sut.AskAsync();

        await sut.AskAsync(options: options);

        sut.Simulator.RequestCount.ShouldBe(2, name);
    }

    [Fact]
    public async Task GetResponse_MessagesDifferByASpace_AsksAgain()
    {
        await using var sut = await ModelScene.CreateAsync();

        await sut.AskAsync("裤子");
        await sut.AskAsync("裤子 ");

        sut.Simulator.RequestCount.ShouldBe(2);
    }

    [Fact]
    public async Task GetResponse_EmptyAnswer_IsNotKept()
    {
        await using var sut = await ModelScene.CreateAsync();
        sut.Simulator.Enqueue(Fault.Empty);
        await sut.AskAsync();

        (await sut.AskAsync()).Text.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task GetResponse_FailedCall_IsNotKept()
    {
        await using var sut = await ModelScene.CreateAsync();
        sut.Simulator.Enqueue(Fault.Status(401));
        await sut.FailAsync();

        CallFacts.IsFromCache(await sut.AskAsync()).ShouldBeFalse();
    }

    [Fact]
    public async Task GetStreamingResponse_AskedBefore_StreamsTheKeptAnswer()
    {
        await using var sut = await ModelScene.CreateAsync();
        var first = await sut.Client.GetStreamingResponseAsync("裤子").ToListAsync(TestContext.Current.CancellationToken);

        var second = await sut.Client.GetStreamingResponseAsync("裤子").ToListAsync(TestContext.Current.CancellationToken);

        sut.Simulator.RequestCount.ShouldBe(1);
        second.ToChatResponse().Text.ShouldBe(first.ToChatResponse().Text);
    }

    [Fact]
    public async Task GetResponse_CacheTableIsGone_StillAnswers()
    {
        await using var sut = await ModelScene.CreateAsync();
        await using (var db = sut.Database.Open())
        {
            await db.Database.ExecuteSqlRawAsync("DROP TABLE CachedResponses");
        }

        (await sut.AskAsync()).Text.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Clear_SomeAnswers_ForgetsThemAndTellsHowMany()
    {
        await using var sut = await ModelScene.CreateAsync();
        var cache = sut.Database.Get<ResponseCache>();
        await sut.AskAsync("一");
        await sut.AskAsync("二");
        (await cache.SummarizeAsync()).Entries.ShouldBe(2);

        (await cache.ClearAsync(ModelScene.Ana)).ShouldBe(2);

        (await cache.SummarizeAsync()).ShouldBe(new CacheSummary(0, null, null));
        await sut.AskAsync("一");
        sut.Simulator.RequestCount.ShouldBe(3);
    }

    [Fact]
    public async Task Clear_ByAViewer_IsDenied()
    {
        await using var sut = await ModelScene.CreateAsync();
        var viewer = new Caller("vi", new HashSet<string> { Roles.Viewer });

        await Should.ThrowAsync<AccessDeniedException>(() => sut.Database.Get<ResponseCache>().ClearAsync(viewer));
    }

    private static ChatOptions Facts(string subject) => new() { AdditionalProperties = new() { [CallFacts.Subject] = subject, [CallFacts.Kind] = "x" } };
}
