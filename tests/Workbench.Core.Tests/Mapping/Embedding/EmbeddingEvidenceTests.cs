using LlmRec.LlmSimulator;
using LlmRec.Workbench.Behavior;
using LlmRec.Workbench.Embeddings;
using LlmRec.Workbench.Mapping;
using LlmRec.Workbench.Mapping.Settings;
using LlmRec.Workbench.Models;
using LlmRec.Workbench.Tests.Embeddings;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static LlmRec.Workbench.Tests.Mappings.MappingTrees;

namespace LlmRec.Workbench.Tests.Mappings;

/// <summary>Mapping with vectors of a simulated endpoint, over real HTTP.</summary>
public sealed class EmbeddingEvidenceTests : IAsyncLifetime
{
    private static readonly MappingOptions WithVectors = MappingOptions.Default with { EmbeddingProfile = "sim" };

    private SimulatorServer _simulator = null!;
    private TestDatabase _database = null!;

    private CategoryMapper Mapper => _database.Get<CategoryMapper>();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        // 沙池 and 沙盘 share a meaning that their vectors show; every other text points elsewhere.
        _simulator = await SimulatorServer.StartAsync(new SimulatorOptions { Embed = (text, length) => Vector(text is "沙池" ? "沙盘" : text, length) });
        var settings = new Dictionary<string, string?>
        {
            ["Kind"] = "openai-compatible", ["Endpoint"] = _simulator.Endpoint.AbsoluteUri, ["Model"] = "m", ["RetryDelaySeconds"] = "0.01", ["MaxAttempts"] = "2", ["BatchSize"] = "8",
        };
        _database = await TestDatabase.CreateAsync(
            services => services.AddModels().AddBehavior().AddMapping().AddSingleton(TimeProvider.System), settings: settings.ToDictionary(s => EmbeddingScene.Prefix + s.Key, s => s.Value));
        await _database.AddAsync([.. Tree("玩具", "玩具 > 沙盘", "玩具 > 拼图", "厨房", "厨房 > 炒锅", "厨房 > 菜刀", "宠物", "宠物 > 猫粮", "宠物 > 狗粮")]);
    }

    [Fact]
    public async Task Map_TextThatOnlyItsVectorKnows_FindsTheCategory()
    {
        var result = (await Mapper.MapAsync(["沙池"], 10, WithVectors, Stop))[0];

        result.Candidates.MaxBy(c => c.Evidence.Embedding)!.CategoryId.ShouldBe("玩具 > 沙盘");
        result.Candidates.Max(c => c.Evidence.Embedding).ShouldBeInRange(0.8, 1);
        (await Mapper.MapAsync(["沙池"], 10, MappingOptions.Default, Stop))[0].Candidates.ShouldAllBe(c => c.Evidence.Embedding == 0);
    }

    [Fact]
    public async Task Map_TreeAndTextsAgain_NothingIsAskedTwice()
    {
        await Mapper.MapAsync(["沙池", "铁锅"], 3, WithVectors, Stop);
        await Mapper.MapAsync(["铁锅", "沙池", "猫粮"], 3, WithVectors, Stop);

        _simulator.EmbeddingCounts.Values.ShouldAllBe(count => count == 1);
        _simulator.EmbeddingCounts.Count.ShouldBe(11);
    }

    [Fact]
    public async Task Map_ManyTexts_AreAskedInBatches()
    {
        await Mapper.MapAsync([.. Enumerable.Range(0, 200).Select(i => $"商品{i}")], 3, WithVectors, Stop);

        _simulator.EmbeddingRequestCount.ShouldBe(2 + 25);
    }

    [Fact]
    public async Task Map_EndpointFailsHalfWay_ThoseTextsFailWithTheReasonAndOthersAreMapped()
    {
        _simulator.WhenEmbedding(texts => texts.Any(t => t.StartsWith('坏')), Fault.Status(503, "overloaded"));
        string[] texts = [.. Enumerable.Range(0, 8).Select(i => $"坏{i}"), .. Enumerable.Range(0, 8).Select(i => $"炒锅{i}")];

        var results = await Mapper.MapAsync(texts, 3, WithVectors, Stop);

        results.Take(8).ShouldAllBe(r => r.Outcome == MappingOutcome.Failed && r.Error!.StartsWith("The text could not be embedded. Embedding profile 'sim'"));
        results.Skip(8).ShouldAllBe(r => r.Outcome != MappingOutcome.Failed && r.Error == null && r.Candidates.Count > 0);
    }

    [Fact]
    public async Task Map_EndpointRefusesOneText_OnlyThatOneFails()
    {
        _simulator.WhenEmbedding(texts => texts.Contains("禁词"), Fault.Status(400, "not allowed"));

        var results = await Mapper.MapAsync(["炒锅", "菜刀", "禁词", "猫粮", "拼图", "铁锅", "砂锅"], 3, WithVectors, Stop);

        results.Where(r => r.Outcome == MappingOutcome.Failed).Select(r => r.Text).ShouldBe(["禁词"]);
    }

    [Fact]
    public async Task Map_TreeCannotBeEmbedded_EveryTextFailsWithTheReason()
    {
        _simulator.WhenEmbedding(_ => true, Fault.Status(401, "bad key"));

        var results = await Mapper.MapAsync(["炒锅", "菜刀"], 3, WithVectors, Stop);

        results.ShouldAllBe(r => r.Outcome == MappingOutcome.Failed);
        results[0].Error!.ShouldStartWith("9 of 9 names of the tree could not be embedded with 'sim', so nothing can be compared with it.");
    }

    [Fact]
    public async Task Map_ProfileThatIsGone_EveryTextFailsWithTheReason() =>
        (await Mapper.MapAsync(["炒锅"], 3, WithVectors with { EmbeddingProfile = "gone" }, Stop))[0].Error!.ShouldStartWith("There is no embedding generator 'gone'.");

    [Theory]
    [InlineData("")]
    [InlineData("!!! ---")]
    [InlineData("\u0000\u0007")]
    public async Task Map_TextWithoutWords_IsNotAskedAndHasNoCategory(string text)
    {
        (await Mapper.MapAsync([text], 3, WithVectors, Stop))[0].Outcome.ShouldBe(MappingOutcome.NoCategory);

        _simulator.EmbeddingCounts.Keys.ShouldNotContain(text);
    }

    [Fact]
    public async Task Map_VeryLongText_IsSentCut()
    {
        await Mapper.MapAsync([string.Concat(Enumerable.Repeat("猫粮\n", 2500))], 3, WithVectors, Stop);

        _simulator.EmbeddingCounts.Keys.ShouldAllBe(text => text.Length <= 256 && !text.Contains('\n'));
    }

    [Fact]
    public async Task Map_TextWithAnAlias_NeedsNoVector()
    {
        await _database.AddAsync(new Alias { Key = "坏锅", Text = "坏锅", CategoryId = "厨房 > 炒锅", By = "ana", JudgmentId = 1 });
        _simulator.WhenEmbedding(texts => texts.Contains("坏锅"), Fault.Status(400, "no"));

        (await Mapper.MapAsync(["坏锅"], 3, WithVectors, Stop))[0].Candidates[0].CategoryId.ShouldBe("厨房 > 炒锅");
    }

    [Fact]
    public async Task RetryFailed_EndpointIsBack_OnlyTheFailedAreAskedAndMapped()
    {
        await _database.AddAsync(new MappingSettings { By = "ana", TargetPrecision = 0.97, AcceptFrom = 0.9, EmbeddingProfile = "sim" });
        _simulator.WhenEmbedding(texts => texts.Contains("坏锅"), Fault.Status(400, "no"));
        await StoreAsync("坏锅", "炒锅", "猫粮");
        (await _database.Get<MappingRefresher>().SummariseFailedAsync(Stop)).Count.ShouldBe(1);
        _simulator.WhenEmbedding(null, Fault.None);

        (await _database.Get<MappingRefresher>().RetryFailedAsync(cancellationToken: Stop)).ShouldBe(1);

        await using var db = _database.Open();
        (await db.Mappings.Where(m => m.Outcome == MappingOutcome.Failed || m.Error != null).CountAsync(Stop)).ShouldBe(0);
        _simulator.EmbeddingCounts.Values.ShouldAllBe(count => count == 1);
    }

    public async ValueTask DisposeAsync()
    {
        await _database.DisposeAsync();
        await _simulator.DisposeAsync();
    }

    private async Task StoreAsync(params string[] texts)
    {
        var results = await Mapper.MapAsync(texts, 3, Stop);
        await using var db = _database.Open();
        await _database.Get<MappingStore>().GetOrAddAsync(db, results, Stop);
        await db.SaveChangesAsync(Stop);
    }

    private static float[] Vector(string text, int length)
    {
        var random = new Random(text.Aggregate(17, (hash, c) => (hash * 31) + c));
        return [.. Enumerable.Range(0, length).Select(_ => random.NextSingle() - 0.5f)];
    }
}
