using LlmRec.Workbench.Embeddings;
using LlmRec.Workbench.Runs;
using LlmRec.Workbench.Security;
using LlmRec.Workbench.Storage;
using LlmRec.Workbench.Web.Jobs;
using LlmRec.Workbench.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace LlmRec.Workbench.Web.Tests.Jobs;

/// <summary>A job that dies before its work begins leaves nothing waiting in silence.</summary>
public sealed class JobFailureTests : IAsyncLifetime
{
    private static readonly IServiceProvider Nothing = new ServiceCollection().BuildServiceProvider();
    private TestApp _app = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _app = await TestApp.PrepareAsync();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task VectorJob_WorkThatCannotBegin_FailsTheSetWithTheReason()
    {
        var set = await _app.Get<VectorSets>().CreateAsync(Caller.SingleUser("lin"), new VectorRequest(TargetDimensions: 16), Token);

        await new VectorJob(Nothing, _app.Get<VectorStore>(), NullLogger<VectorJob>.Instance).ExecuteAsync(set.Number, Token);

        var ended = (await _app.Get<VectorSets>().GetAsync(set.Number, Token))!;
        (ended.Status, ended.FinishedAt is not null).ShouldBe((VectorSetStatus.Failed, true));
        ended.Error.ShouldContain(nameof(VectorBuilder));
    }

    [Fact]
    public async Task ShardJob_WorkThatCannotBegin_IsTriedAgain()
    {
        var job = new ShardJob(Nothing, _app.Get<StalledRuns>(), NullLogger<ShardJob>.Instance);

        await Should.ThrowAsync<InvalidOperationException>(() => job.ExecuteAsync(1, 0, null, Token));
    }

    [Fact]
    public async Task Stalled_RunningRun_PausesWithTheReason()
    {
        var run = await _app.Get<RunControl>().StartAsync(Caller.SingleUser("lin"), new RunRequest("complements", Limit: 1), Token);

        await _app.Get<StalledRuns>().PauseAsync(run.Id, "disk full");

        await using var db = await _app.Get<IDbContextFactory<WorkbenchDbContext>>().CreateDbContextAsync(Token);
        var paused = await db.Runs.SingleAsync(r => r.Id == run.Id, Token);
        (paused.Status, paused.StatusReason).ShouldBe((RunStatus.Paused, "disk full"));
    }
}
