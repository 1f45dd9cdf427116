using LlmRec.Workbench.Releases;

namespace LlmRec.Workbench.Tests.Releases;

public sealed class ReleaseDiffTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Diff_TwoReleases_NamesAddedRemovedAndChanged()
    {
        await using var scene = await ReleaseScene.CreateAsync();
        await scene.ApproveAsync("pants", "belt", "皮带", score: 0.9);
        await scene.ApproveAsync("pants", "shirt", "衬衫", score: 0.8);
        await scene.ApproveAsync("shirt", "pants", "裤子");
        await scene.CreateReleaseAsync();
        await scene.ApproveAsync("belt", "pants", "裤子");
        await scene.ApproveAsync("pants", "shirt", "男衬衣", score: 0.5, runs: [2]);
        await scene.RetireAsync("shirt");
        await scene.ApproveAsync("pants", "belt", "腰带", score: 0.3, runs: [2]);
        await scene.CreateReleaseAsync();

        var diff = await scene.Sut.DiffAsync(1, 2, cancellationToken: Token);

        diff.Counts.ShouldBe(new DiffCounts(Added: 1, Removed: 2, Changed: 1, Unchanged: 0));
        diff.First.Select(c => (c.Kind, (c.After ?? c.Before)!.SourceId, (c.After ?? c.Before)!.TargetId)).ShouldBe([
            (ChangeKind.Added, "belt", "pants"), (ChangeKind.Changed, "pants", "belt"), (ChangeKind.Removed, "pants", "shirt"), (ChangeKind.Removed, "shirt", "pants")]);
        diff.First[1].Fields.ShouldBe(["prompt_version", "model", "approved_at", "mentions"]);
    }

    [Fact]
    public async Task Diff_Take_LimitsTheRowsAndNotTheCounts()
    {
        await using var scene = await ReleaseScene.CreateAsync();
        await scene.ApproveAsync("pants", "belt", "皮带");
        await scene.CreateReleaseAsync();
        await scene.ApproveAsync("pants", "shoes", "鞋");
        await scene.ApproveAsync("belt", "shoes", "鞋");
        await scene.CreateReleaseAsync();

        var diff = await scene.Sut.DiffAsync(1, 2, take: 1, Token);

        diff.Counts.ShouldBe(new DiffCounts(2, 0, 0, 1));
        diff.First.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Diff_UnknownRelease_SaysWhich()
    {
        await using var scene = await ReleaseScene.CreateAsync();

        (await Should.ThrowAsync<ReleaseException>(() => scene.Sut.DiffAsync(3, 4, cancellationToken: Token))).Message.ShouldContain("no published release 3");
    }

    [Fact]
    public async Task Preview_NoReleaseYet_CountsEverythingAsAdded()
    {
        await using var scene = await ReleaseScene.CreateAsync();
        await scene.ApproveAsync("pants", "belt", "皮带");
        await scene.ApproveAsync("shirt", "shirt", "衬衫");

        var preview = await scene.Sut.PreviewAsync(Token);

        (preview.Previous, preview.Added, preview.Removed, preview.Changed).ShouldBe((null, 1, 0, 0));
        preview.Counts.Pairs.ShouldBe(1);
        preview.LeftOut.ShouldHaveSingleItem().Reason.ShouldBe(LeftOutReasons.SameCategory);
    }

    [Fact]
    public async Task Preview_AfterARelease_ComparesWithIt()
    {
        await using var scene = await ReleaseScene.CreateAsync();
        await scene.ApproveAsync("pants", "belt", "皮带");
        await scene.CreateReleaseAsync();
        await scene.ApproveAsync("shirt", "belt", "皮带");

        var preview = await scene.Sut.PreviewAsync(Token);

        (preview.Previous, preview.Added, preview.Removed, preview.Changed).ShouldBe((1, 1, 0, 0));
    }
}
