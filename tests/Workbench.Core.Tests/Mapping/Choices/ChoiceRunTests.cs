using LlmRec.Workbench.Catalog;
using LlmRec.Workbench.Complements;
using LlmRec.Workbench.Mapping;
using LlmRec.Workbench.Mapping.Choices;
using LlmRec.Workbench.Runs;
using LlmRec.Workbench.Tests.Runs;
using Microsoft.EntityFrameworkCore;

namespace LlmRec.Workbench.Tests.Mappings.Choices;

/// <summary>Whole runs of choices over HTTP, against the simulated model.</summary>
public sealed class ChoiceRunTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Run_UnclearNames_StoresChoicesThatBecomeEvidence()
    {
        await using var scene = await ChoiceScene.CreateAsync();

        var run = await scene.ChooseAsync();

        var summary = await scene.Bench.SummaryAsync(run.Id);
        summary.Run.Status.ShouldBe(RunStatus.Completed);
        summary.Counts.ShouldBe(new Dictionary<ItemOutcome, int> { [ItemOutcome.Succeeded] = run.ItemCount });
        await using var db = scene.Bench.Open();
        var choices = await db.MappingChoices.AsNoTracking().ToListAsync(Token);
        choices.Select(c => c.RunItemId).Distinct().Count().ShouldBe(run.ItemCount);
        foreach (var choice in choices)
        {
            var mapping = await db.Mappings.AsNoTracking().Include(m => m.Candidates).SingleAsync(m => m.Key == choice.Key, Token);
            mapping.Candidates.ShouldAllBe(c => c.Choice == (c.CategoryId == choice.CategoryId ? 1 : -1));
        }
    }

    [Fact]
    public async Task Run_ModelPicksTheSecond_ItsProbabilityRisesAndWaitingPairsFollow()
    {
        await using var scene = await ChoiceScene.CreateAsync();
        var before = await scene.FirstAsync();
        scene.Answer = ChoiceScene.Pick(await PathAsync(scene, before.Candidates[1].CategoryId));

        await scene.ChooseAsync(limit: 1);

        var after = await scene.GetAsync(before.Id);
        var picked = after.Candidates.Single(c => c.CategoryId == before.Candidates[1].CategoryId);
        picked.Choice.ShouldBe(1);
        picked.Score.ShouldBeGreaterThan(before.Candidates[1].Score);
        after.Candidates.Single(c => c.CategoryId == before.Candidates[0].CategoryId).Score.ShouldBeLessThan(before.Candidates[0].Score);
        await using var db = scene.Bench.Open();
        (await db.Pairs.Where(p => p.MappingId == before.Id && p.State == PairState.Waiting).Select(p => p.BestTargetId).Distinct().ToListAsync(Token)).ShouldBe([after.Candidates.Single(c => c.Rank == 1).CategoryId]);
    }

    [Fact]
    public async Task Run_ModelDeclines_EveryCandidateLosesAndTheAnswerIsKept()
    {
        await using var scene = await ChoiceScene.CreateAsync();
        var before = await scene.FirstAsync();
        scene.Answer = _ => "0";

        var run = await scene.ChooseAsync(limit: 1);

        (await scene.GetAsync(before.Id)).Candidates[0].Score.ShouldBeLessThan(before.Candidates[0].Score);
        var vote = (await scene.Bench.Get<ChoiceQueries>().GetVotesAsync(before.Key, Token)).ShouldHaveSingleItem();
        (vote.Model, vote.RunId, vote.Picked.Count, vote.Offered.Count).ShouldBe(("sim", run.Id, 0, before.Candidates.Count));
    }

    [Fact]
    public async Task Remap_AfterAChoice_KeepsItAndTheNewestOfAModelCounts()
    {
        await using var scene = await ChoiceScene.CreateAsync();
        var text = await scene.FirstAsync();
        var first = text.Candidates[0].CategoryId;
        await AddChoiceAsync(scene, text, item: 1, [null]);
        await AddChoiceAsync(scene, text, item: 2, [first, "retired"]);

        await scene.Bench.Get<MappingRefresher>().RemapAllAsync(cancellationToken: Token);

        var after = await scene.GetAsync(text.Id);
        after.Candidates.Single(c => c.CategoryId == first).Choice.ShouldBe(1);
        after.Candidates.ShouldAllBe(c => c.CategoryId == first ? c.Choice == 1 : c.Choice == -1);
    }

    [Theory]
    [InlineData("77", ItemOutcome.Invalid)]
    [InlineData("", ItemOutcome.NoAnswer)]
    [InlineData("抱歉，我无法回答。", ItemOutcome.NoAnswer)]
    public async Task Run_NoUsableAnswer_StoresNoChoice(string answer, ItemOutcome outcome)
    {
        await using var scene = await ChoiceScene.CreateAsync();
        scene.Answer = _ => answer;

        var run = await scene.ChooseAsync(limit: 2);

        (await scene.Bench.ItemsAsync(run.Id)).ShouldAllBe(item => item.Outcome == outcome);
        await using var db = scene.Bench.Open();
        (await db.MappingChoices.CountAsync(Token)).ShouldBe(0);
    }

    [Fact]
    public async Task Resume_AfterAPause_AsksOnlyWhatIsLeft()
    {
        await using var scene = await ChoiceScene.CreateAsync();
        var control = scene.Bench.Get<RunControl>();
        var run = await control.StartAsync(RunBench.Engineer, new RunRequest(ChoiceRunKind.KindName, Scope: "run:1"), Token);
        await control.PauseAsync(RunBench.Engineer, run.Id, Token);
        await scene.Bench.WorkAsync();
        var asked = scene.Bench.Server.RequestCount;

        await control.ResumeAsync(RunBench.Engineer, run.Id, Token);
        await scene.Bench.WorkAsync();
        await scene.ChooseAsync(scope: RunRequest.AllScope, limit: 1);

        scene.Bench.Server.RequestCount.ShouldBeLessThanOrEqualTo(asked + run.ItemCount + 1);
        (await scene.Bench.SummaryAsync(run.Id)).Pending.ShouldBe(0);
    }

    private static async Task<string> PathAsync(ChoiceScene scene, string categoryId) =>
        (await scene.Bench.Get<CatalogService>().GetTreeAsync(Token)).Find(categoryId)!.Path;

    private static async Task AddChoiceAsync(ChoiceScene scene, Workbench.Mapping.Mapping text, long item, string?[] picked)
    {
        await using var db = scene.Bench.Open();
        db.MappingChoices.AddRange(picked.Select(id => new MappingChoice
        {
            Key = text.Key, CategoryId = id, Offered = string.Join('\t', text.Candidates.Select(c => c.CategoryId)), RunId = 1, RunItemId = item, Model = "sim", At = DateTimeOffset.UnixEpoch,
        }));
        await db.SaveChangesAsync(Token);
    }
}
