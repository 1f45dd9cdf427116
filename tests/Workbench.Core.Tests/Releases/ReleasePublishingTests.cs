using LlmRec.Workbench.Releases;
using LlmRec.Workbench.Security;

namespace LlmRec.Workbench.Tests.Releases;

public sealed class ReleasePublishingTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Create_NothingApproved_SaysWhatToDoAndTakesNoNumber()
    {
        await using var scene = await ReleaseScene.CreateAsync();

        var error = await Should.ThrowAsync<ReleaseException>(() => scene.CreateReleaseAsync());

        error.Message.ShouldContain("review accept");
        (await scene.Sut.ListAsync(Token)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Create_CallerWithoutTheRole_IsDenied()
    {
        await using var scene = await ReleaseScene.CreateAsync();
        var viewer = new Caller("eve", new HashSet<string> { Roles.Viewer });

        await Should.ThrowAsync<AccessDeniedException>(() => scene.Sut.CreateAsync(viewer, "", Token));
    }

    [Fact]
    public async Task Create_Published_LeavesOnlyWholeFoldersAndNamesTheNewest()
    {
        await using var scene = await ReleaseScene.CreateAsync();
        await scene.ApproveAsync("pants", "belt", "皮带");

        await scene.CreateReleaseAsync();
        var second = await scene.CreateReleaseAsync();

        second.Status.ShouldBe(ReleaseStatus.Published);
        (await File.ReadAllTextAsync(Path.Combine(scene.Folders.Root, "latest"), Token)).ShouldBe("v000002\n");
        Directory.EnumerateFileSystemEntries(scene.Folders.Root).Select(Path.GetFileName).Order(StringComparer.Ordinal).ShouldBe([".lock", "latest", "v000001", "v000002"]);
    }

    [Fact]
    public async Task Create_WhileAnotherIsWriting_SaysSo()
    {
        await using var scene = await ReleaseScene.CreateAsync();
        await scene.ApproveAsync("pants", "belt", "皮带");
        using var held = scene.Folders.TryLock();

        (await Should.ThrowAsync<ReleaseException>(() => scene.CreateReleaseAsync())).Message.ShouldContain("being written now");
    }

    [Fact]
    public async Task Create_Interrupted_IsAbandonedAndItsNumberIsNotUsedAgain()
    {
        await using var scene = await ReleaseScene.CreateAsync();
        await scene.ApproveAsync("pants", "belt", "皮带");
        using var cancel = new CancellationTokenSource();
        var stop = new SynchronousProgress(_ => cancel.Cancel());

        await Should.ThrowAsync<OperationCanceledException>(() => scene.Sut.CreateAsync(scene.Caller, new ReleaseRequest(), stop, cancel.Token));
        await scene.CreateReleaseAsync();

        (await scene.Sut.ListAsync(Token)).Select(r => (r.Number, r.Status)).ShouldBe([(2, ReleaseStatus.Published), (1, ReleaseStatus.Abandoned)]);
        Directory.Exists(scene.Folders.TempOf(1)).ShouldBeFalse();
    }

    [Fact]
    public async Task Create_FolderOnDiskAheadOfTheDatabase_TakesAHigherNumber()
    {
        await using var scene = await ReleaseScene.CreateAsync();
        await scene.ApproveAsync("pants", "belt", "皮带");
        Directory.CreateDirectory(scene.Folders.PathOf(7));

        (await scene.CreateReleaseAsync()).Number.ShouldBe(8);
    }

    [Fact]
    public async Task Recover_KilledBeforeTheRename_AbandonsAndClearsAway()
    {
        await using var scene = await ReleaseScene.CreateAsync();
        await scene.Database.AddAsync(Unfinished());
        Directory.CreateDirectory(scene.Folders.TempOf(1));
        await File.WriteAllTextAsync(Path.Combine(scene.Folders.TempOf(1), "pairs.jsonl"), "half", Token);

        await scene.Database.Get<ReleaseRecovery>().RecoverAsync(Token);

        (await scene.Sut.ListAsync(Token))[0].Status.ShouldBe(ReleaseStatus.Abandoned);
        Directory.Exists(scene.Folders.TempOf(1)).ShouldBeFalse();
    }

    [Fact]
    public async Task Recover_KilledAfterTheRename_Publishes()
    {
        await using var scene = await ReleaseScene.CreateAsync();
        await scene.ApproveAsync("pants", "belt", "皮带");
        await scene.ApproveTitleAsync("i1", "裤", "这个商品是裤子");
        await scene.CreateReleaseAsync();
        await ForgetPublicationAsync(scene);

        await scene.Database.Get<ReleaseRecovery>().RecoverAsync(Token);

        var release = (await scene.Sut.ListAsync(Token))[0];
        (release.Status, release.PairCount, release.TitleCount).ShouldBe((ReleaseStatus.Published, 1, 1));
        (await scene.Sut.GetManifestAsync(1, Token)).ShouldNotBeNull();
        (await File.ReadAllTextAsync(Path.Combine(scene.Folders.Root, "latest"), Token)).ShouldBe("v000001\n");
    }

    [Fact]
    public async Task Recover_FileOfTitlesCutOff_Abandons()
    {
        await using var scene = await ReleaseScene.CreateAsync();
        await scene.ApproveTitleAsync("i1", "裤", "这个商品是裤子");
        await scene.CreateReleaseAsync();
        await ForgetPublicationAsync(scene);
        File.SetAttributes(scene.FileOf(1, "titles.parquet"), FileAttributes.Normal);
        await File.WriteAllTextAsync(scene.FileOf(1, "titles.parquet"), "PAR1", Token);

        await scene.Database.Get<ReleaseRecovery>().RecoverAsync(Token);

        (await scene.Sut.ListAsync(Token))[0].Status.ShouldBe(ReleaseStatus.Abandoned);
    }

    [Fact]
    public async Task Recover_AnotherProcessIsWriting_LeavesItsReleaseAlone()
    {
        await using var scene = await ReleaseScene.CreateAsync();
        await scene.Database.AddAsync(Unfinished());
        using var held = scene.Folders.TryLock();

        await scene.Database.Get<ReleaseRecovery>().RecoverAsync(Token);

        (await scene.Sut.ListAsync(Token))[0].Status.ShouldBe(ReleaseStatus.Writing);
    }

    private static Release Unfinished() => new() { Number = 1, Status = ReleaseStatus.Writing, CreatedBy = "lin" };

    private static async Task ForgetPublicationAsync(ReleaseScene scene)
    {
        File.Delete(Path.Combine(scene.Folders.Root, "latest"));
        await using var db = scene.Database.Open();
        var release = await db.Releases.FindAsync([1], Token);
        (release!.Status, release.ManifestHash, release.PairCount, release.TitleCount) = (ReleaseStatus.Writing, "", 0, 0);
        await db.SaveChangesAsync(Token);
    }

    private sealed class SynchronousProgress(Action<ReleaseProgress> report) : IProgress<ReleaseProgress>
    {
        public void Report(ReleaseProgress value) => report(value);
    }
}
