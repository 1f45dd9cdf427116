using LlmRec.Workbench.Releases;
using LlmRec.Workbench.Tests.Storage;
using LlmRec.Workbench.Titles;
using Microsoft.EntityFrameworkCore;

namespace LlmRec.Workbench.Tests.Releases;

/// <summary>A release shows one moment, whatever is judged while it is written.</summary>
public sealed class ReleaseConsistencyTests(PostgresServer postgres)
{
    public static TheoryData<DatabaseKind> Kinds => [DatabaseKind.Sqlite, DatabaseKind.Postgres];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Create_TitlesRejectedMeanwhile_AreStillThoseOfTheMomentItBegan(DatabaseKind kind)
    {
        await using var scene = await ReleaseScene.CreateAsync(configure => kind.CreateAsync(postgres, configure));
        await scene.ApproveAsync("pants", "belt", "皮带");
        for (var i = 0; i < 3; i++)
        {
            await scene.ApproveTitleAsync($"i{i}", $"裤{i}", $"这个商品是裤子{i}");
        }

        var judged = false;
        var meanwhile = new SynchronousProgress(progress =>
        {
            if (!judged && progress.Done == 1)
            {
                judged = true;
                RejectAll(scene);
            }
        });
        var release = await scene.Sut.CreateAsync(scene.Caller, new ReleaseRequest(), meanwhile, Token);

        judged.ShouldBeTrue();
        (release.PairCount, release.TitleCount).ShouldBe((1, 3));
        (await scene.CreateReleaseAsync()).TitleCount.ShouldBe(0);
    }

    // Before the first title is read, on a connection of its own.
    private static void RejectAll(ReleaseScene scene)
    {
        using var db = scene.Database.Open();
        db.TitleNormalisations.ExecuteUpdate(update => update.SetProperty(t => t.State, TitleState.Rejected));
    }

    private sealed class SynchronousProgress(Action<ReleaseProgress> report) : IProgress<ReleaseProgress>
    {
        public void Report(ReleaseProgress value) => report(value);
    }
}
