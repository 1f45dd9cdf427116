using LlmRec.LlmSimulator;
using LlmRec.Workbench.Mapping.Choices;
using LlmRec.Workbench.Runs;
using LlmRec.Workbench.Security;
using LlmRec.Workbench.Tests.Runs;
using Microsoft.EntityFrameworkCore;

namespace LlmRec.Workbench.Tests.Mappings.Choices;

/// <summary>Choosing that was ordered with a run of complements.</summary>
public sealed class ChoiceFollowUpTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Ordered_RunIsCompleted_OneChoicesRunAboutItsNamesStarts()
    {
        await using var bench = await RunBench.CreateAsync();
        var (run, sut) = (await bench.StartAsync(15), bench.Get<ChoiceFollowUp>());
        await sut.OrderAsync(RunBench.Engineer, run, Token);
        await sut.StartDueAsync(Token);
        (await sut.GetAsync(run.Id, Token)).ShouldNotBeNull().IsSettled.ShouldBeFalse();
        await bench.WorkAsync();

        await Task.WhenAll(sut.StartDueAsync(Token), sut.StartDueAsync(Token));
        await bench.WorkAsync();

        var order = (await sut.GetAsync(run.Id, Token)).ShouldNotBeNull();
        var choices = (await bench.SummaryAsync(order.ChoiceRunId!.Value)).Run;
        (choices.Kind, choices.Scope, choices.PromptName, choices.ModelProfile, choices.CreatedBy, choices.Status)
            .ShouldBe((ChoiceRunKind.KindName, $"run:{run.Id}", "choose-category-zh", "sim", "lin", RunStatus.Completed));
        await using var db = bench.Open();
        (await db.Runs.CountAsync(Token)).ShouldBe(2);
    }

    [Fact]
    public async Task Ordered_NothingStaysUnclear_SaysSo()
    {
        await using var bench = await RunBench.CreateAsync(new SimulatorOptions { Answer = _ => "" });
        var (run, sut) = (await bench.StartAsync(1), bench.Get<ChoiceFollowUp>());
        await sut.OrderAsync(RunBench.Engineer, run, Token);
        await bench.WorkAsync();

        await sut.StartDueAsync(Token);

        var order = (await sut.GetAsync(run.Id, Token)).ShouldNotBeNull();
        (order.ChoiceRunId, order.IsSettled).ShouldBe((null, true));
        order.Note.ShouldContain("no unclear name");
    }

    [Fact]
    public async Task Ordered_RunHasSpentItsLimit_SpendsNoMore()
    {
        await using var bench = await RunBench.CreateAsync(price: 1_000_000);
        var run = await bench.StartAsync(4, costLimit: 0.001m);
        var sut = bench.Get<ChoiceFollowUp>();
        await sut.OrderAsync(RunBench.Engineer, run, Token);
        await bench.WorkAsync();
        await using (var db = bench.Open())
        {
            await db.Runs.ExecuteUpdateAsync(set => set.SetProperty(r => r.Status, RunStatus.Completed), Token);
        }

        await sut.StartDueAsync(Token);

        (await sut.GetAsync(run.Id, Token))!.Note.ShouldContain("has spent its limit");
    }

    [Fact]
    public async Task Order_ByAViewer_IsDenied()
    {
        await using var bench = await RunBench.CreateAsync();
        var run = await bench.StartAsync(1);

        await Should.ThrowAsync<AccessDeniedException>(() => bench.Get<ChoiceFollowUp>().OrderAsync(new Caller("v", new HashSet<string> { Roles.Viewer }), run, Token));
    }

    [Fact]
    public async Task MostCalls_GoesByWhatEarlierAnswersHeld()
    {
        await using var bench = await RunBench.CreateAsync(new SimulatorOptions { Answer = _ => "'''帆布鞋，袜子'''" });
        var sut = bench.Get<ChoiceQueries>();
        (await sut.MostCallsAsync(7, Token)).ShouldBe(70);
        await bench.StartAsync(3);
        await bench.WorkAsync();

        (await sut.MostCallsAsync(7, Token)).ShouldBe(14);
    }
}
