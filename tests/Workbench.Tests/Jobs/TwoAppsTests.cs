using LlmRec.Workbench.Embeddings;
using LlmRec.Workbench.Security;
using LlmRec.Workbench.Web.Tests.Hosting;
using LlmRec.Workbench.Web.Tests.Vectors;

namespace LlmRec.Workbench.Web.Tests.Jobs;

/// <summary>Two apps in one process, as in these tests: what Hangfire keeps in statics must lead neither to the other's services.</summary>
public sealed class TwoAppsTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Job_AnotherAppIsPreparedBeforeThisOneStarts_IsDoneByThisOne()
    {
        await using var first = await TestApp.PrepareAsync();
        await using var second = await TestApp.PrepareAsync();

        await first.StartServingAsync();

        (await MakeSetAsync(first)).ShouldBe(VectorSetStatus.Finished);
    }

    [Fact]
    public async Task Job_AnotherAppEndedBeforeThisOneStarts_IsDone()
    {
        await using var first = await TestApp.PrepareAsync();
        await using (await TestApp.PrepareAsync())
        {
        }

        await first.StartServingAsync();

        (await MakeSetAsync(first)).ShouldBe(VectorSetStatus.Finished);
    }

    private static async Task<VectorSetStatus> MakeSetAsync(TestApp app)
    {
        var set = await app.Get<VectorControl>().StartAsync(Caller.SingleUser("lin"), new VectorRequest(TargetDimensions: 16), Token);
        return await VectorWait.UntilMadeAsync(app, set.Number, Token);
    }
}
