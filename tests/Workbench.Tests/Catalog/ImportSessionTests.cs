using LlmRec.Workbench.Behavior;
using LlmRec.Workbench.Catalog;
using LlmRec.Workbench.Mapping;
using LlmRec.Workbench.Catalog.Importing;
using LlmRec.Workbench.Security;
using LlmRec.Workbench.Tests;
using LlmRec.Workbench.Web.Components.Pages.Catalog;

namespace LlmRec.Workbench.Web.Tests.Catalog;

public sealed class ImportSessionTests : IAsyncLifetime
{
    private const string Two = "id\tparent_id\tname_en\tname_zh\n1\t\tshoes\t鞋\n2\t1\tmen\t男鞋\n";

    private TestDatabase _database = null!;
    private int _changes;

    public async ValueTask InitializeAsync() => _database = await TestDatabase.CreateAsync(services => services.AddBehavior().AddMapping());

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task ChooseAsync_GoodFile_PreviewsAndWritesNothing()
    {
        using var sut = CreateSut();

        await sut.ChooseAsync(new FakeFile("shop.tsv", Two), ImportKinds.Categories);

        sut.Report!.Changes.Count(Workbench.Catalog.Importing.ChangeKind.Added).ShouldBe(2);
        (sut.IsBusy, sut.Error, sut.CatalogName).ShouldBe((false, null, "shop"));
        (await NamesAsync()).ShouldBeEmpty();
        _changes.ShouldBeGreaterThan(1);
    }

    [Fact]
    public async Task CommitAsync_OtherNameColumn_ImportsTheseNames()
    {
        using var sut = CreateSut();
        await sut.ChooseAsync(new FakeFile("shop.tsv", Two), ImportKinds.Categories);
        await sut.PreviewAsync(ImportKinds.Categories, "name_en");
        sut.CatalogName = "My shop";

        await sut.CommitAsync(Caller.SingleUser("anna"));

        sut.Report!.Committed.ShouldBeTrue();
        (await NamesAsync()).ShouldBe(["shoes", "men"]);
        (await _database.Get<CatalogService>().GetNameAsync()).ShouldBe("My shop");
    }

    [Fact]
    public async Task ChooseAsync_TooLarge_SaysSoAndKeepsNoFile()
    {
        using var sut = CreateSut();

        await sut.ChooseAsync(new FakeFile("big.tsv", Two, ImportLimits.MaxFileBytes + 1), ImportKinds.Categories);

        sut.Error.ShouldNotBeNull();
        (sut.Report, sut.HasFile, sut.IsBusy).ShouldBe((null, false, false));
    }

    [Fact]
    public async Task ChooseAsync_TitlesLargerThanATreeMayBe_AreRead()
    {
        using var sut = CreateSut();

        await sut.ChooseAsync(new FakeFile("titles.csv", "title\n裙\n", ImportLimits.MaxFileBytes + 1), ImportKinds.Items);

        (sut.Error, sut.Report!.Unfiled, sut.Report.CanCommit).ShouldBe((null, 1, true));
    }

    [Fact]
    public async Task PreviewAsync_ManyTitles_ShowsHowFarItIs()
    {
        using var sut = CreateSut();

        await sut.ChooseAsync(new FakeFile("titles.csv", "title\n" + string.Concat(Enumerable.Range(0, 9_000).Select(i => $"标题{i}\n"))), ImportKinds.Items);

        sut.Progress.ShouldNotBeNull();
        (sut.Progress.Stage, sut.Progress.Rows).ShouldBe((ImportStage.Comparing, 9_000));
    }

    [Fact]
    public async Task CommitAsync_Viewer_IsRefusedWithAMessage()
    {
        using var sut = CreateSut();
        await sut.ChooseAsync(new FakeFile("shop.tsv", Two), ImportKinds.Categories);

        await sut.CommitAsync(new Caller("vera", new HashSet<string> { Roles.Viewer }));

        sut.Error!.ShouldContain("vera");
        (await NamesAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Dispose_AfterChoosing_DeletesTheUpload()
    {
        var sut = CreateSut();
        var before = Uploads();
        await sut.ChooseAsync(new FakeFile("shop.tsv", Two), ImportKinds.Categories);
        var mine = Uploads().Except(before).ToList();

        sut.Dispose();

        mine.ShouldNotBeEmpty();
        mine.ShouldContain(file => !File.Exists(file));
    }

    private static string[] Uploads() => Directory.GetFiles(Path.GetTempPath(), "llmrec-upload-*");

    private ImportSession CreateSut() => new(_database.Get<CatalogImporter>(), _database.Get<MappingRefresher>(), () =>
    {
        _changes++;
        return Task.CompletedTask;
    });

    private async Task<IEnumerable<string>> NamesAsync() => (await _database.Get<CatalogService>().GetTreeAsync()).All.Select(c => c.Name);
}
