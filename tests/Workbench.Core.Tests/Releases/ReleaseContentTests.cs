using LlmRec.Workbench.Releases;

namespace LlmRec.Workbench.Tests.Releases;

public sealed class ReleaseContentTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Create_SeveralMentionsOfOneTarget_AreMergedIntoOnePair()
    {
        await using var scene = await ReleaseScene.CreateAsync();
        await scene.ApproveAsync("pants", "belt", "腰带", score: 0.7, evidence: "query2cate", runs: [1]);
        await scene.ApproveAsync("pants", "belt", "皮带", score: 0.95, evidence: "exact", runs: [1, 2], by: "wang");

        await scene.CreateReleaseAsync();

        var pair = (await scene.Sut.GetFirstPairsAsync(1, 10, Token)).ShouldHaveSingleItem();
        pair.Mentions.ShouldBe(["皮带", "腰带"]);
        (pair.SourcePath, pair.TargetPath).ShouldBe(("男装 > 休闲裤", "配饰 > 皮带"));
        (pair.Score, pair.Method, pair.ApprovedBy).ShouldBe((0.95, "exact", "wang"));
        (pair.Prompt, pair.PromptVersion, pair.Model).ShouldBe(("complements-zh", 2, "newer-model"));
        pair.ApprovedAt.ShouldBe(scene.Database.Time.GetUtcNow().AddMinutes(2));
    }

    [Fact]
    public async Task Create_SeveralTargets_AreRankedByScoreWithinTheirSource()
    {
        await using var scene = await ReleaseScene.CreateAsync();
        await scene.ApproveAsync("shirt", "pants", "裤子", score: 0.4);
        await scene.ApproveAsync("pants", "shirt", "衬衫", score: 0.6);
        await scene.ApproveAsync("pants", "shoes", "鞋", score: 0.8);

        await scene.CreateReleaseAsync();

        var pairs = await scene.Sut.GetFirstPairsAsync(1, 10, Token);
        pairs.Select(p => (p.SourceId, p.Rank, p.TargetId)).ShouldBe([("pants", 1, "shoes"), ("pants", 2, "shirt"), ("shirt", 1, "pants")]);
    }

    [Theory]
    [InlineData("exact")]
    [InlineData("alias")]
    [InlineData("lexical")]
    [InlineData("query2cate")]
    public async Task Create_ChosenCandidate_NamesItsStrongestEvidence(string evidence)
    {
        await using var scene = await ReleaseScene.CreateAsync();
        await scene.ApproveAsync("pants", "belt", "皮带", evidence: evidence);

        await scene.CreateReleaseAsync();

        (await scene.Sut.GetFirstPairsAsync(1, 1, Token))[0].Method.ShouldBe(evidence);
    }

    [Fact]
    public async Task Create_TargetFoundInTheTree_IsManualAndCertain()
    {
        await using var scene = await ReleaseScene.CreateAsync();
        await scene.ApproveAsync("pants", "belt", "裤腰带", evidence: null);

        await scene.CreateReleaseAsync();

        var pair = (await scene.Sut.GetFirstPairsAsync(1, 1, Token))[0];
        (pair.Method, pair.Score).ShouldBe((ReleaseMethods.Manual, 1));
    }

    [Fact]
    public async Task Create_RetiredAndSelfPairs_AreLeftOutAndCountedByReason()
    {
        await using var scene = await ReleaseScene.CreateAsync();
        await scene.ApproveAsync("pants", "belt", "皮带");
        await scene.ApproveAsync("pants", "shoes", "鞋");
        await scene.ApproveAsync("shirt", "belt", "皮带");
        await scene.ApproveAsync("pants", "pants", "裤子");
        await scene.RetireAsync("shoes");
        await scene.RetireAsync("shirt");

        await scene.CreateReleaseAsync();

        var manifest = (await scene.Sut.GetManifestAsync(1, Token))!;
        manifest.LeftOut.Select(l => (l.Reason, l.Count)).ShouldBe([("same_category", 1), ("source_retired", 1), ("target_retired", 1)]);
        manifest.Counts.ShouldBe(new ReleaseCounts(Pairs: 1, Sources: 1, Targets: 1, Mentions: 1));
    }

    [Fact]
    public async Task Create_Manifest_NamesWhatIsBehindThePairs()
    {
        await using var scene = await ReleaseScene.CreateAsync();
        await scene.ApproveAsync("pants", "belt", "皮带", runs: [1]);
        await scene.ApproveAsync("pants", "shoes", "鞋", runs: [1, 2]);

        await scene.CreateReleaseAsync("first");

        var manifest = (await scene.Sut.GetManifestAsync(1, Token))!;
        (manifest.Name, manifest.Note, manifest.CreatedBy, manifest.Previous, manifest.ToolVersion).ShouldBe(("v000001", "first", "lin", null, "0.1.0"));
        manifest.Prompts.ShouldBe([new PromptUse("complements-zh", 1, 1), new PromptUse("complements-zh", 2, 1)]);
        manifest.Models.ShouldBe([new ModelUse("newer-model", 1), new ModelUse("older-model", 1)]);
        manifest.Runs.Select(run => (run.Id, run.Mentions)).ShouldBe([(1, 2), (2, 1)]);
    }
}
