using LlmRec.Workbench.Catalog;
using LlmRec.Workbench.Models;
using LlmRec.Workbench.Perplexity;
using LlmRec.Workbench.Storage;
using LlmRec.Workbench.Tests.Perplexity;
using LlmRec.Workbench.Tests.Storage;
using LlmRec.Workbench.Titles;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LlmRec.Workbench.Tests.Titles;

public sealed class TitleMeasuringTests(PostgresServer postgres)
{
    private const string Sound = "这个商品是山禾不锈钢家用菜刀";

    public static TheoryData<DatabaseKind> Kinds => StorageContractTests.Kinds;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task FillAsync_NoLanguageModel_LeavesTheRowsForLater()
    {
        await using var scene = await TitleScene.CreateAsync();
        await scene.StoreAsync((1, Sound));

        (await scene.Database.Get<TitleMeasuring>().FillAsync(Token)).ShouldBe(0);

        (await scene.RowAsync("a")).ScorerName.ShouldBeNull();
    }

    [Fact]
    public async Task FillAsync_ModelAddedLater_GivesWhatStoringWithItGives()
    {
        await using var scene = await TitleScene.CreateAsync();
        await scene.StoreAsync((1, Sound));
        AddModel(scene.Database);

        (await scene.Database.Get<TitleMeasuring>().FillAsync(Token)).ShouldBe(1);

        var filled = await scene.RowAsync("a");
        await scene.StoreAsync((4, Sound));
        var stored = await scene.RowAsync("a");
        (filled.ScorerName, filled.Version).ShouldBe(("m.arpa", 0));
        (filled.RawPerplexity, filled.Perplexity, filled.PerplexityRatio).ShouldBe((stored.RawPerplexity, stored.Perplexity, stored.PerplexityRatio));
        filled.Perplexity.ShouldNotBeNull();
    }

    [Fact]
    public async Task FillAsync_FiguresOfAnotherModel_Stay()
    {
        await using var scene = await TitleScene.CreateAsync();
        await scene.StoreAsync((1, Sound));
        await using (var db = scene.Database.Open())
        {
            await db.TitleNormalisations.ExecuteUpdateAsync(set => set.SetProperty(t => t.ScorerName, "other").SetProperty(t => t.Perplexity, 7), Token);
        }

        AddModel(scene.Database);

        (await scene.Database.Get<TitleMeasuring>().FillAsync(Token)).ShouldBe(0);
        (await scene.RowAsync("a")).Perplexity.ShouldBe(7);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task FillAsync_MoreRowsThanOneBatch_MeasuresEachOnce(DatabaseKind kind)
    {
        await using var database = await kind.CreateAsync(postgres, services => services.AddModels().AddPerplexity().AddSingleton<TitleMeasuring>());
        AddModel(database);
        const int Count = TitleMeasuring.RowsAtOnce + 3;
        await database.AddAsync(new Item { Id = "a", Title = "菜刀", Attributes = "{}" });
        await database.AddAsync([.. Enumerable.Range(0, Count).Select(i => new TitleNormalisation { ItemId = "a", RawTitle = "菜刀", Sentence = i == 0 ? "" : "刀", Key = $"{i}" })]);
        var sut = database.Get<TitleMeasuring>();

        (await sut.FillAsync(Token), await sut.FillAsync(Token)).ShouldBe((Count, 0));

        await using var db = database.Open();
        (await db.TitleNormalisations.CountAsync(t => t.PerplexityRatio > 0, Token)).ShouldBe(Count - 1);
    }

    [Fact]
    public async Task FillAsync_Cancelled_StopsAndCanBeginAgain()
    {
        await using var scene = await TitleScene.CreateAsync();
        await scene.StoreAsync((1, Sound));
        AddModel(scene.Database);
        var sut = scene.Database.Get<TitleMeasuring>();

        await Should.ThrowAsync<OperationCanceledException>(() => sut.FillAsync(new CancellationToken(canceled: true)));

        (await sut.FillAsync(Token)).ShouldBe(1);
    }

    private static void AddModel(TestDatabase database)
    {
        var folder = database.Get<StorageLocation>().ModelsFolder;
        Directory.CreateDirectory(folder);
        TestModel.Write(Path.Combine(folder, "m.arpa"), new Dictionary<string, double> { ["菜刀"] = -3, ["刀"] = -2 }, new Dictionary<(string, string), double> { [("刀", "刀")] = -1 });
    }
}
