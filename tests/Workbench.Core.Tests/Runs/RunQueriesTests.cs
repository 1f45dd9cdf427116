using LlmRec.LlmSimulator;
using LlmRec.Workbench.Runs;

namespace LlmRec.Workbench.Tests.Runs;

public sealed class RunQueriesTests
{
    [Fact]
    public async Task GetItemsAsync_FilteredByOutcomeAndText_GivesThoseRows()
    {
        await using var bench = await RunBench.CreateAsync();
        bench.Server.Enqueue(Fault.Status(500));
        var run = await bench.StartAsync(items: 5);
        await bench.WorkAsync();
        var queries = bench.Get<RunQueries>();

        var failed = await queries.GetItemsAsync(run.Id, new RunItemFilter(ItemOutcome.Failed), 0, 10);
        var named = await queries.GetItemsAsync(run.Id, new RunItemFilter(Text: failed[0].SubjectName), 0, 10);

        failed.Count.ShouldBe(1);
        named.ShouldContain(item => item.Id == failed[0].Id);
        (await queries.CountItemsAsync(run.Id, new RunItemFilter())).ShouldBe(5);
    }

    [Fact]
    public async Task ListAsync_TwoRuns_NewestFirstWithCounts()
    {
        await using var bench = await RunBench.CreateAsync();
        var first = await bench.StartAsync(items: 2);
        var second = await bench.StartAsync(items: 3);

        var list = await bench.Get<RunQueries>().ListAsync();

        list.Select(s => s.Run.Id).ShouldBe([second.Id, first.Id]);
        list[0].Pending.ShouldBe(3);
    }

    [Fact]
    public async Task GetAsync_UnknownRun_IsNull()
    {
        await using var bench = await RunBench.CreateAsync();

        (await bench.Get<RunQueries>().GetAsync(99)).ShouldBeNull();
    }
}
