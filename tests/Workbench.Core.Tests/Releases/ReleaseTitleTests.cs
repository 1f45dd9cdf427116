using System.Text.Json;
using LlmRec.Workbench.Releases;
using LlmRec.Workbench.Titles;

namespace LlmRec.Workbench.Tests.Releases;

/// <summary>What of approved titles gets into a release, and what does not.</summary>
public sealed class ReleaseTitleTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Create_ApprovedTitle_CarriesItsItemRunAndFigures()
    {
        await using var scene = await ReleaseScene.CreateAsync();
        await scene.ApproveTitleAsync("i1", "男裤 包邮", "这个商品是男裤", runs: [1, 2], by: "wang");

        var release = await scene.CreateReleaseAsync();

        var title = (await scene.Sut.GetFirstTitlesAsync(1, 10, Token)).ShouldHaveSingleItem();
        (title.ItemId, title.CategoryId, title.CategoryPath, title.RawTitle, title.Title, title.Source).ShouldBe(("i1", "pants", "男装 > 休闲裤", "男裤 包邮", "这个商品是男裤", "model"));
        (title.Prompt, title.PromptVersion, title.Model, title.LanguageModel).ShouldBe(("complements-zh", 2, "newer-model", "zh_CN.lm"));
        (title.PerplexityRaw, title.Perplexity, title.ApprovedBy).ShouldBe((5000.5, 120.25, "wang"));
        title.RunIds.ShouldBe([1, 2]);
        (release.PairCount, release.TitleCount).ShouldBe((0, 1));
    }

    [Fact]
    public async Task Create_EditedSentence_IsThePersonsAndHasNoPerplexityOfAnother()
    {
        await using var scene = await ReleaseScene.CreateAsync();
        await scene.ApproveTitleAsync("i1", "裤", "这个商品是裤子", edited: "这个商品是休闲裤");

        await scene.CreateReleaseAsync();

        var title = (await scene.Sut.GetFirstTitlesAsync(1, 1, Token))[0];
        (title.Title, title.Source, title.PerplexityRaw, title.Perplexity).ShouldBe(("这个商品是休闲裤", ReleaseSources.Person, 5000.5, null));
    }

    [Fact]
    public async Task Create_RuleSentence_NamesNoModel()
    {
        await using var scene = await ReleaseScene.CreateAsync();
        await scene.ApproveTitleAsync("i1", "裤", "这个商品是裤子", source: TitleSource.Rule, category: null);

        await scene.CreateReleaseAsync();

        var title = (await scene.Sut.GetFirstTitlesAsync(1, 1, Token))[0];
        (title.Source, title.Model, title.Prompt, title.CategoryId, title.CategoryPath).ShouldBe((ReleaseSources.Rule, "", "", null, ""));
        (await scene.Sut.GetManifestAsync(1, Token))!.Models.ShouldBeEmpty();
    }

    [Fact]
    public async Task Create_SeveralApprovals_TakesTheNewestAndCountsTheOthersByReason()
    {
        await using var scene = await ReleaseScene.CreateAsync();
        await scene.ApproveTitleAsync("i1", "裤", "这个商品是旧裤子");
        await scene.ApproveTitleAsync("i1", "裤", "这个商品是裤子");
        await scene.ApproveTitleAsync("i2", "旧鞋", "这个商品是旧鞋");
        await scene.RenameItemAsync("i2", "新鞋");
        await scene.ApproveAsync("pants", "belt", "皮带");

        await scene.CreateReleaseAsync();

        (await scene.Sut.GetFirstTitlesAsync(1, 10, Token)).ShouldHaveSingleItem().Title.ShouldBe("这个商品是裤子");
        (await scene.Sut.GetManifestAsync(1, Token))!.LeftOut.Select(l => (l.Reason, l.Count)).ShouldBe([("title_changed", 1), ("title_superseded", 1)]);
    }

    [Fact]
    public async Task Create_OnlyTitles_HasNoFilesOfPairs()
    {
        await using var scene = await ReleaseScene.CreateAsync();
        await scene.ApproveTitleAsync("i1", "裤", "这个商品是裤子");

        await scene.CreateReleaseAsync();

        var manifest = (await scene.Sut.GetManifestAsync(1, Token))!;
        manifest.Files.Select(f => (f.Name, f.Part, f.Rows)).ShouldBe([("titles.jsonl", "titles", 1), ("titles.csv", "titles", 1), ("titles.parquet", "titles", 1)]);
        (await scene.Sut.GetFirstPairsAsync(1, 10, Token)).ShouldBeEmpty();
        manifest.Counts.ShouldBe(new ReleaseCounts(0, 0, 0, 0, Titles: 1));
    }

    [Fact]
    public async Task Create_TitlesAndPairs_AreCountedApartBehindTheirRuns()
    {
        await using var scene = await ReleaseScene.CreateAsync();
        await scene.ApproveAsync("pants", "belt", "皮带", runs: [1]);
        await scene.ApproveTitleAsync("i1", "裤", "这个商品是裤子", runs: [2]);

        await scene.CreateReleaseAsync();

        var manifest = (await scene.Sut.GetManifestAsync(1, Token))!;
        manifest.Runs.Select(run => (run.Id, run.Mentions, run.Titles)).ShouldBe([(1, 1, 0), (2, 0, 1)]);
        manifest.Models.ShouldBe([new ModelUse("newer-model", 0, 1), new ModelUse("older-model", 1)]);
    }

    [Fact]
    public async Task Create_TitlesCsv_HoldsNoFormula()
    {
        await using var scene = await ReleaseScene.CreateAsync();
        await scene.ApproveTitleAsync("i1", "=HYPERLINK(\"http://x\")", "@sum(1)", category: null, by: "+1");

        await scene.CreateReleaseAsync();

        var lines = await File.ReadAllLinesAsync(scene.FileOf(1, "titles.csv"), Token);
        lines[1].ShouldStartWith("i1,,,\"'=HYPERLINK(\"\"http://x\"\")\",'@sum(1),model,complements-zh,1,older-model,[1],5000.5,120.25,zh_CN.lm,'+1,");
    }

    [Fact]
    public void Manifest_WrittenBeforeTitlesExisted_IsReadable()
    {
        const string Old = """
            {"schema_version":1,"release":1,"name":"v000001","tool_version":"0.1.0","created_at":"2026-01-05T08:00:00Z","created_by":"lin","note":"",
             "counts":{"pairs":1,"sources":1,"targets":1,"mentions":1},"left_out":[],"prompts":[{"name":"p","version":1,"pairs":1}],"models":[{"model":"m","pairs":1}],
             "runs":[{"id":1,"prompt":"p","prompt_version":1,"profile":"x","model":"m","recorded":false,"scope":"all","mentions":1}],
             "files":[{"name":"pairs.jsonl","format":"jsonl","rows":1,"size":9,"sha256":"ab"}]}
            """;

        var manifest = JsonSerializer.Deserialize<ReleaseManifest>(Old, ReleaseJson.Indented)!;

        (manifest.Counts.Titles, manifest.Vectors, manifest.Runs[0].Titles, manifest.Files[0].Part).ShouldBe((0, null, 0, "pairs"));
    }
}
