using LlmRec.LlmSimulator;
using LlmRec.Workbench.Embeddings;
using LlmRec.Workbench.Models;
using Microsoft.Extensions.AI;

namespace LlmRec.Workbench.Tests.Embeddings;

public sealed class EmbeddingProfilesTests
{
    private static readonly string[] Texts = [.. Enumerable.Range(0, 11).Select(i => $"商品{i}")];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task All_OneConfigured_BuiltInStandsFirst()
    {
        await using var sut = await EmbeddingScene.CreateAsync();

        var profiles = sut.Database.Get<EmbeddingProfiles>();

        profiles.All.Select(p => (p.Name, p.Model, p.Dimensions)).ShouldBe([("lexical", "lexical-512-v1", 512), ("sim", "test-embedder", 16)]);
        Should.Throw<ModelNotFoundException>(() => profiles.Get("bge")).Message.ShouldBe("There is no embedding generator 'bge'. Available: lexical, sim.");
        profiles.Get("sim").ToString().ShouldNotContain(EmbeddingScene.Key);
    }

    [Theory]
    [InlineData(ModelKinds.OpenAICompatible)]
    [InlineData(ModelKinds.AzureOpenAI)]
    public async Task Generate_MoreTextsThanABatch_ComeInTheirOrder(string kind)
    {
        await using var sut = await EmbeddingScene.CreateAsync(kind: kind);

        var together = await sut.Generator.GenerateAsync(Texts, cancellationToken: Stop);

        sut.Simulator.EmbeddingRequestCount.ShouldBe(3);
        together.Usage!.InputTokenCount!.Value.ShouldBeGreaterThan(0);
        var alone = await sut.Generator.GenerateAsync([Texts[7]], cancellationToken: Stop);
        together[7].Vector.ToArray().ShouldBe(alone[0].Vector.ToArray());
        together.ShouldAllBe(e => e.Vector.Length == 16);
    }

    [Fact]
    public async Task Generate_ServerSendsThemReversed_EachTextHasItsOwn()
    {
        await using var straight = await EmbeddingScene.CreateAsync();
        await using var reversed = await EmbeddingScene.CreateAsync(new SimulatorOptions { ReverseEmbeddings = true });

        var wanted = await straight.Generator.GenerateAsync(Texts, cancellationToken: Stop);

        (await reversed.Generator.GenerateAsync(Texts, cancellationToken: Stop)).Select(e => e.Vector.ToArray()).ShouldBe(wanted.Select(e => e.Vector.ToArray()));
    }

    [Fact]
    public async Task Generate_PassingFaults_AreRetried()
    {
        await using var sut = await EmbeddingScene.CreateAsync();
        sut.Simulator.EnqueueEmbedding(Fault.RateLimitedMilliseconds(10), Fault.Status(503));

        (await sut.Generator.GenerateAsync(["一"], cancellationToken: Stop)).Count.ShouldBe(1);

        sut.Simulator.EmbeddingRequestCount.ShouldBe(3);
    }

    [Fact]
    public async Task Generate_GarbageToTheEnd_SaysWhatToCheck()
    {
        await using var sut = await EmbeddingScene.CreateAsync();
        sut.Simulator.EnqueueEmbedding(Fault.Garbage, Fault.Garbage, Fault.Garbage);

        var error = await FailAsync(sut);

        error.Failure.ShouldBe(CallFailure.UnreadableAnswer);
        error.Message.ShouldContain("sent something that is no list of embeddings. Check that Models:Embeddings:sim:Endpoint is the API's base URL.");
    }

    [Fact]
    public async Task Generate_RefusedKey_FailsAtOnceWithoutTheKey()
    {
        await using var sut = await EmbeddingScene.CreateAsync();
        sut.Simulator.EnqueueEmbedding(Fault.Status(401, $"Incorrect API key {EmbeddingScene.Key}"));

        var error = await FailAsync(sut);

        error.Attempts.ShouldBe(1);
        error.Message.ShouldStartWith("Embedding profile 'sim': ");
        error.Message.ShouldContain("Check Models:Embeddings:sim:ApiKey.");
        error.ToString().Split('\n')[0].ShouldNotContain(EmbeddingScene.Key);
    }

    [Fact]
    public async Task Generate_NaN_IsRefusedWithoutARetry()
    {
        await using var sut = await EmbeddingScene.CreateAsync(new SimulatorOptions { Embed = (_, length) => [.. Enumerable.Repeat(1f, length - 1), float.NaN] });

        var error = await FailAsync(sut);

        error.Message.ShouldContain("sent a vector that holds NaN or an infinite value.");
        sut.Simulator.EmbeddingRequestCount.ShouldBe(1);
    }

    [Theory]
    [InlineData("16", "sent a vector of 9 dimensions where 16 were expected. Check Models:Embeddings:sim:Dimensions and Models:Embeddings:sim:Model.")]
    [InlineData(null, "sent a vector of 9 dimensions where 5 were expected.")]
    public async Task Generate_AnotherLengthThanBefore_IsRefused(string? dimensions, string message)
    {
        var first = dimensions is null;
        await using var sut = await EmbeddingScene.CreateAsync(
            new SimulatorOptions { Embed = (_, _) => first ? Once(ref first) : new float[9] }, settings: new() { ["Dimensions"] = dimensions, ["Concurrency"] = "1" });

        (await FailAsync(sut)).Message.ShouldContain(message);
    }

    [Fact]
    public async Task Generate_OneRequestFails_TheOthersAreNotSent()
    {
        await using var sut = await EmbeddingScene.CreateAsync(settings: new() { ["Concurrency"] = "1" });
        sut.Simulator.EnqueueEmbedding(Fault.Status(400, "too long"));

        await Should.ThrowAsync<ModelCallException>(() => sut.Generator.GenerateAsync(Texts, cancellationToken: Stop));

        sut.Simulator.EmbeddingRequestCount.ShouldBe(1);
    }

    private static float[] Once(ref bool first)
    {
        first = false;
        return new float[5];
    }

    private static Task<ModelCallException> FailAsync(EmbeddingScene sut) =>
        Should.ThrowAsync<ModelCallException>(() => sut.Generator.GenerateAsync(["一", "二"], cancellationToken: Stop));
}
