using LlmRec.Workbench.Catalog;
using LlmRec.Workbench.Mapping;
using LlmRec.Workbench.Overview;
using LlmRec.Workbench.Review;
using LlmRec.Workbench.Runs;
using LlmRec.Workbench.Storage;
using LlmRec.Workbench.Tests.Review;
using LlmRec.Workbench.Titles;
using LlmRec.Workbench.Titles.Baseline;
using Microsoft.EntityFrameworkCore;

namespace LlmRec.Workbench.Tests.Overview;

public sealed class NeedFinderTests
{
    private static readonly Funnel Empty = new(0, 0, 0, 0, 0, 0, 0, 0);

    [Fact]
    public async Task FindAsync_NothingAtAll_IsTheImport()
    {
        await using var database = await ReviewData.CreateAsync();

        (await FindAsync(database, Empty)).ShouldBe([new Need(NeedKind.ImportCatalog, 0)]);
    }

    [Fact]
    public async Task FindAsync_CatalogWithoutRuns_IsTheFirstRun()
    {
        await using var database = await ReviewData.CreateAsync();

        (await FindAsync(database, Empty with { Categories = 4 })).ShouldBe([new Need(NeedKind.FirstRun, 4)]);
    }

    [Fact]
    public async Task FindAsync_TextsThatCouldNotBeMapped_AreNeeded()
    {
        await using var database = await ReviewData.CreateAsync();
        await database.AddAsync(new LlmRec.Workbench.Mapping.Mapping { Key = "猫粮", Text = "猫粮", Outcome = MappingOutcome.Failed, Error = "The endpoint is down." });

        (await FindAsync(database, Empty with { Categories = 4 }, Run(RunStatus.Completed))).ShouldBe([new Need(NeedKind.FailedMappings, 1)]);
    }

    [Fact]
    public async Task FindAsync_Titles_WaitForReviewOrRepairButNotTheOlderOnes()
    {
        await using var database = await TitleData.CreateAsync();

        (await FindAsync(database, Empty with { Categories = 4 }, Run(RunStatus.Completed))).ShouldBe(
            [new Need(NeedKind.WaitingTitles, 2), new Need(NeedKind.TitlesInRepair, 2)]);
    }

    [Fact]
    public async Task FindAsync_TitlesJudged_WaitNoMoreAndTheApprovedOneForARelease()
    {
        await using var database = await TitleData.CreateAsync();
        await database.JudgeTitleAsync(ReviewData.Ann, TitleData.Approve(1));
        await database.JudgeTitleAsync(ReviewData.Ann, TitleData.Decide(2, Decision.Repair));

        (await FindAsync(database, Empty with { Categories = 4 }, Run(RunStatus.Completed))).ShouldBe(
            [new Need(NeedKind.TitlesInRepair, 3), new Need(NeedKind.Release, 1)]);
    }

    [Fact]
    public async Task FindAsync_RunsThatStandStillOrFailed_AreNamedInThatOrder()
    {
        await using var database = await ReviewData.CreateAsync();
        var failed = Run(RunStatus.Completed, id: 8, (ItemOutcome.Failed, 3));
        var paused = Run(RunStatus.Paused, id: 9, (ItemOutcome.Pending, 5));
        var live = Run(RunStatus.Running, id: 10, (ItemOutcome.Failed, 1));

        (await FindAsync(database, Empty with { Categories = 4 }, live, failed, paused)).ShouldBe(
            [new Need(NeedKind.PausedRun, 5, 9), new Need(NeedKind.FailedItems, 3, 8)]);
    }

    [Fact]
    public async Task FindAsync_ApprovedWithoutARelease_IsDueAfterTheReview()
    {
        await using var database = await ReviewData.CreateAsync();

        (await FindAsync(database, new Funnel(4, 4, 9, 6, 6, 4, 2, 0), Run(RunStatus.Completed))).ShouldBe(
            [new Need(NeedKind.WaitingPairs, 2), new Need(NeedKind.Release, 2)]);
    }

    private static Task<IReadOnlyList<Need>> FindAsync(TestDatabase database, Funnel funnel, params RunSummary[] runs)
    {
        var repair = new TitleRepairQueue(database.Get<IDbContextFactory<WorkbenchDbContext>>(), database.Get<CatalogService>(), database.Get<BaselineService>());
        return new NeedFinder(database.Get<JudgmentService>(), database.Get<TitleQueue>(), repair, database.Get<MappingRefresher>()).FindAsync(
            funnel, runs, lastRelease: null, TestContext.Current.CancellationToken);
    }

    private static RunSummary Run(RunStatus status, int id = 1, params (ItemOutcome Outcome, int Count)[] counts)
    {
        var run = new Run
        {
            Id = id, Kind = "titles", PromptVersionId = 1, PromptName = "p", ModelProfile = "m", Model = "m", Scope = "all", CreatedBy = "t", Status = status,
            ItemCount = counts.Sum(c => c.Count),
        };
        return new RunSummary(run, counts.ToDictionary(c => c.Outcome, c => c.Count), 0, 0, 0, 0, 0, null);
    }
}
