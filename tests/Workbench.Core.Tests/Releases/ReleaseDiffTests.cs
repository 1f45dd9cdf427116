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

        diff.Pairs.Counts.ShouldBe(new DiffCounts(Added: 1, Removed: 2, Changed: 1, Unchanged: 0));
        diff.Pairs.First.Select(c => (c.Kind, (c.After ?? c.Before)!.SourceId, (c.After ?? c.Before)!.TargetId)).ShouldBe([
            (ChangeKind.Added, "belt", "pants"), (ChangeKind.Changed, "pants", "belt"), (ChangeKind.Removed, "pants", "shirt"), (ChangeKind.Removed, "shirt", "pants")]);
        diff.Pairs.First[1].Fields.ShouldBe(["prompt_version", "model", "approved_at", "mentions"]);
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

        diff.Pairs.Counts.ShouldBe(new DiffCounts(2, 0, 0, 1));
        diff.Pairs.First.Count.ShouldBe(1);
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

        (preview.Previous, preview.Pairs).ShouldBe((null, new DiffCounts(1, 0, 0, 0)));
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

        (preview.Previous, preview.Pairs).ShouldBe((1, new DiffCounts(1, 0, 0, 1)));
    }

    [Fact]
    public async Task Diff_Titles_AreComparedByItem()
    {
        await using var scene = await ReleaseScene.CreateAsync();
        await scene.ApproveTitleAsync("i1", "裤", "这个商品是裤子");
        await scene.ApproveTitleAsync("i2", "鞋", "这个商品是鞋");
        await scene.ApproveTitleAsync("i4", "帽", "这个商品是帽子");
        await scene.CreateReleaseAsync();
        await scene.ApproveTitleAsync("i1", "裤", "这个商品是休闲裤", by: "wang");
        await scene.ApproveTitleAsync("i3", "包", "这个商品是包");
        await scene.RenameItemAsync("i4", "新款帽");
        await scene.CreateReleaseAsync();

        var titles = (await scene.Sut.DiffAsync(1, 2, cancellationToken: Token)).Titles;

        titles.Counts.ShouldBe(new DiffCounts(Added: 1, Removed: 1, Changed: 1, Unchanged: 1));
        titles.First.Select(c => (c.Kind, (c.After ?? c.Before)!.ItemId)).ShouldBe([(ChangeKind.Changed, "i1"), (ChangeKind.Added, "i3"), (ChangeKind.Removed, "i4")]);
        titles.First[0].Fields.ShouldBe(["title", "approved_by", "approved_at"]);
    }

    [Fact]
    public async Task Diff_PartThatOneReleaseLacks_IsAllAddedOrRemoved()
    {
        await using var scene = await ReleaseScene.CreateAsync();
        await scene.ApproveAsync("pants", "belt", "皮带");
        await scene.CreateReleaseAsync();
        await scene.ApproveTitleAsync("i1", "裤", "这个商品是裤子");
        await scene.CreateReleaseAsync();

        (await scene.Sut.DiffAsync(1, 2, cancellationToken: Token)).Titles.Counts.ShouldBe(new DiffCounts(1, 0, 0, 0));
        (await scene.Sut.DiffAsync(2, 1, cancellationToken: Token)).Titles.Counts.ShouldBe(new DiffCounts(0, 1, 0, 0));
    }

    [Fact]
    public async Task Preview_Titles_AreCountedAndCompared()
    {
        await using var scene = await ReleaseScene.CreateAsync();
        await scene.ApproveTitleAsync("i1", "裤", "这个商品是裤子");
        await scene.CreateReleaseAsync();
        await scene.ApproveTitleAsync("i2", "鞋", "这个商品是鞋");

        var preview = await scene.Sut.PreviewAsync(Token);

        (preview.Counts.Titles, preview.Titles, preview.Pairs).ShouldBe((2, new DiffCounts(1, 0, 0, 1), new DiffCounts(0, 0, 0, 0)));
    }
}
