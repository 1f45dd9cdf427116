using LlmRec.Workbench.Models;
using Microsoft.Extensions.AI;

namespace LlmRec.Workbench.Tests.Models;

public sealed class OfflineTests
{
    private const string Known = "女装 > 裙装 > 连衣裙";

    private static Task<TestDatabase> CreateSutAsync() => TestDatabase.CreateAsync(services => services.AddModels());

    [Fact]
    public async Task GetResponse_KnownSubject_GivesTheRecordedAnswer()
    {
        await using var sut = await CreateSutAsync();

        var response = await AskAsync(sut, "complements", Known);

        response.Text.ShouldStartWith("'''高跟鞋，");
        CallFacts.GetAttempts(response).ShouldBe(1);
        CallFacts.IsFromCache(response).ShouldBeFalse();
        response.Usage.ShouldBeNull();
    }

    [Theory]
    [InlineData("complements", "女装 > 裙装 > 没有的")]
    [InlineData("complements", "")]
    [InlineData("titles", Known)]
    [InlineData("nonsense", Known)]
    public async Task GetResponse_NothingRecorded_InventsNothing(string kind, string subject)
    {
        await using var sut = await CreateSutAsync();

        (await AskAsync(sut, kind, subject)).Text.ShouldBeEmpty();
    }

    [Fact]
    public async Task GetResponse_NoFactsInTheOptions_IsEmpty()
    {
        await using var sut = await CreateSutAsync();

        (await sut.Get<ModelProfiles>().GetChatClient("offline").GetResponseAsync(Known)).Text.ShouldBeEmpty();
    }

    [Fact]
    public async Task GetResponse_KnownSubject_BypassesTheCache()
    {
        await using var sut = await CreateSutAsync();

        await AskAsync(sut, "complements", Known);

        (await sut.Get<ResponseCache>().SummarizeAsync()).Entries.ShouldBe(0);
    }

    [Fact]
    public async Task GetStreamingResponse_KnownSubject_StreamsTheRecordedAnswer()
    {
        await using var sut = await CreateSutAsync();
        var client = sut.Get<ModelProfiles>().GetChatClient("offline");

        var updates = await client.GetStreamingResponseAsync("?", Facts("complements", Known)).ToListAsync(TestContext.Current.CancellationToken);

        updates.ToChatResponse().Text.ShouldStartWith("'''高跟鞋，");
    }

    [Fact]
    public void Kinds_BundledPack_HasComplementsAndTitles()
    {
        var pack = new KnowledgePack();

        KnowledgePack.Kinds.ShouldBe(["complements", "titles"]);
        pack.Count("complements").ShouldBeGreaterThanOrEqualTo(450);
        pack.Count("titles").ShouldBeGreaterThanOrEqualTo(240);
    }

    private static Task<ChatResponse> AskAsync(TestDatabase sut, string kind, string subject) =>
        sut.Get<ModelProfiles>().GetChatClient("offline").GetResponseAsync("?", Facts(kind, subject));

    private static ChatOptions Facts(string kind, string subject) =>
        new() { AdditionalProperties = new() { [CallFacts.Kind] = kind, [CallFacts.Subject] = subject } };
}
