using LlmRec.LlmSimulator;
using LlmRec.Workbench.Embeddings;
using LlmRec.Workbench.Embeddings.Caching;
using LlmRec.Workbench.Models;
using LlmRec.Workbench.Security;
using Microsoft.EntityFrameworkCore;

namespace LlmRec.Workbench.Tests.Embeddings.Caching;

public sealed class EmbeddingCacheTests
{
    private static readonly string[] Texts = [.. Enumerable.Range(0, 10).Select(i => $"商品{i}")];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Generate_SameTextsAgain_AskNobodyAndAreTheSame()
    {
        await using var sut = await EmbeddingScene.CreateAsync();
        var first = await sut.Generator.GenerateAsync(Texts, cancellationToken: Stop);
        var asked = sut.Simulator.EmbeddingRequestCount;

        var second = await sut.Generator.GenerateAsync([.. Texts.Reverse(), .. Texts], cancellationToken: Stop);

        sut.Simulator.EmbeddingRequestCount.ShouldBe(asked);
        second.Usage!.InputTokenCount.ShouldBe(0);
        second.Select(v => v.Vector.ToArray()).ShouldBe(first.Reverse().Concat(first).Select(v => v.Vector.ToArray()));
    }

    [Fact]
    public async Task Generate_TextTwiceInOneCall_IsPaidOnce()
    {
        await using var sut = await EmbeddingScene.CreateAsync();

        await sut.Generator.GenerateAsync([.. Texts, .. Texts], cancellationToken: Stop);

        sut.Simulator.EmbeddingCounts.Values.ShouldAllBe(count => count == 1);
    }

    [Fact]
    public async Task Generate_OneRequestFails_WhatCameBeforeIsKept()
    {
        await using var sut = await EmbeddingScene.CreateAsync(settings: new() { ["Concurrency"] = "1" });
        sut.Simulator.WhenEmbedding(texts => texts.Contains("商品5"), Fault.Status(400, "no"));
        await Should.ThrowAsync<ModelCallException>(() => sut.Generator.GenerateAsync(Texts, cancellationToken: Stop));

        sut.Simulator.WhenEmbedding(null, Fault.None);
        (await sut.Generator.GenerateAsync(Texts, cancellationToken: Stop)).Count.ShouldBe(10);

        sut.Simulator.EmbeddingCounts.Values.ShouldAllBe(count => count == 1);
    }

    [Fact]
    public async Task Read_AnotherModel_HasNothing()
    {
        await using var sut = await EmbeddingScene.CreateAsync();
        var cache = sut.Database.Get<EmbeddingCache>();
        await sut.Generator.GenerateAsync(Texts, cancellationToken: Stop);

        (await cache.ReadAsync("another model", Texts, Stop)).ShouldBeEmpty();
        (await cache.CountAsync(Stop)).ShouldBe(10);
    }

    [Fact]
    public async Task Generate_ModelNowGivesAnotherLength_NothingOldIsMixedIn()
    {
        await using var sut = await EmbeddingScene.CreateAsync();
        await sut.Generator.GenerateAsync(["一"], cancellationToken: Stop);
        await using (var db = sut.Database.Open())
        {
            await db.EmbeddingCache.ExecuteUpdateAsync(e => e.SetProperty(x => x.Vector, new byte[8]), Stop);
        }

        var vectors = await sut.Generator.GenerateAsync(["一", "二"], cancellationToken: Stop);

        vectors.Select(v => v.Vector.Length).ShouldBe([16, 16]);
        sut.Simulator.EmbeddingCounts["一"].ShouldBe(2);
    }

    [Fact]
    public async Task Write_MoreThanTheLimit_OldestGo()
    {
        await using var database = await TestDatabase.CreateAsync(services => services.AddModels().AddEmbeddings(), settings: new Dictionary<string, string?> { ["EmbeddingCache:MaxEntries"] = "20" });
        var cache = database.Get<EmbeddingCache>();
        for (var i = 0; i < 30; i++)
        {
            await cache.WriteAsync("m", new Dictionary<string, ReadOnlyMemory<float>> { [$"t{i:D2}"] = new float[] { i } });
            database.Time.Advance(TimeSpan.FromSeconds(1));
        }

        (await cache.CountAsync(Stop)).ShouldBeInRange(10, 20);
        (await cache.ReadAsync("m", ["t00", "t29"], Stop)).Keys.ShouldBe(["t29"]);
    }

    [Fact]
    public async Task Vectors_SetIsMadeAgain_CostsNothing()
    {
        await using var sut = await EmbeddingScene.CreateAsync(items: 12);
        await sut.MakeAsync(new VectorRequest(Generator: "sim"), Stop);

        var again = await sut.MakeAsync(new VectorRequest(Generator: "sim"), Stop);

        VectorJson.Read(again.Report)!.Tokens.ShouldBe(0);
        sut.Simulator.EmbeddingCounts.Values.ShouldAllBe(count => count == 1);
    }

    [Fact]
    public async Task Clear_WithAndWithoutThePolicy_ForgetsOrRefuses()
    {
        await using var sut = await EmbeddingScene.CreateAsync();
        await sut.Generator.GenerateAsync(Texts, cancellationToken: Stop);
        var cache = sut.Database.Get<EmbeddingCache>();

        await Should.ThrowAsync<AccessDeniedException>(() => cache.ClearAsync(new Caller("guest", new HashSet<string> { Roles.Viewer }), Stop));
        (await cache.ClearAsync(EmbeddingScene.Ana, Stop)).ShouldBe(10);

        (await cache.CountAsync(Stop)).ShouldBe(0);
    }
}
