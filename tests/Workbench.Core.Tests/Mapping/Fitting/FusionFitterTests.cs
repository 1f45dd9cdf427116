using LlmRec.Workbench.Catalog;
using LlmRec.Workbench.Mapping;
using LlmRec.Workbench.Mapping.Fitting;
using LlmRec.Workbench.Mapping.Fusion;
using LlmRec.Workbench.Mapping.Settings;
using LlmRec.Workbench.Review;
using LlmRec.Workbench.Storage;
using Microsoft.EntityFrameworkCore;
using static LlmRec.Workbench.Tests.Mapping.Settings.QueueScene;

namespace LlmRec.Workbench.Tests.Mapping.Fitting;

public sealed class FusionFitterTests
{
    [Theory]
    [InlineData(20, 2, false)]
    [InlineData(80, 100, false)]
    [InlineData(80, 3, true)]
    public async Task FitAsync_TooFewOrOneSided_IsRefusedAndKeepsTheCoefficients(int judged, int wrongEvery, bool suffices)
    {
        await using var database = await CreateAsync(texts: 90);
        await database.JudgeAsync(judged, wrongEvery);
        var outcome = await database.Get<FusionFitter>().FitAsync(Ann);
        (outcome is FitOutcome.Done).ShouldBe(suffices);
        (await database.Get<CurrentMappingOptions>().GetAsync()).ShouldBeSameAs(MappingOptions.Default);
        await using var db = database.Open();
        (await db.FusionFits.CountAsync()).ShouldBe(suffices ? 1 : 0);
    }

    [Fact]
    public async Task FitAsync_ThenAdopt_ReportsTheHeldOutTextsAndChangesTheQueue()
    {
        await using var database = await CreateAsync(texts: 90);
        await database.JudgeAsync(80, wrongEvery: 2);
        var done = (await database.Get<FusionFitter>().FitAsync(Ann)).ShouldBeOfType<FitOutcome.Done>();
        var report = FusionFitter.ReportOf((await database.Get<FusionFitter>().GetNewestAsync())!);
        report.Texts.ShouldBe(80);
        report.After.Predictions.Count.ShouldBe(80);
        report.After.First.ShouldBe(done.Report.After.First);
        report.Verdict.ShouldBe(FitVerdict.Better, "half of the confident proposals are wrong here, so shipped probabilities are far too high");

        var settings = await database.Get<MappingSettingsService>().AdoptAsync(Ann, done.Fit.Id);
        settings.FitId.ShouldBe(done.Fit.Id);
        await using var db = database.Open();
        (await db.Mappings.CountAsync(m => m.SettingsId != settings.Id)).ShouldBe(0);
        (await database.Get<JudgmentService>().PreviewAcceptAsync(new(new ReviewFilter(), 0, ""))).Count
            .ShouldBe((await database.Get<AcceptancePlanner>().GetAsync()).At(settings.AcceptFrom).Pairs);
    }

    [Fact]
    public async Task FitAsync_SameJudgments_GivesTheSameFit()
    {
        await using var database = await CreateAsync(texts: 90);
        await database.JudgeAsync(60, wrongEvery: 3);
        var fitter = database.Get<FusionFitter>();
        var one = (await fitter.FitAsync(Ann)).ShouldBeOfType<FitOutcome.Done>();
        var other = (await fitter.FitAsync(Ann)).ShouldBeOfType<FitOutcome.Done>();
        (other.Fit.Coefficients, other.Fit.Report).ShouldBe((one.Fit.Coefficients, one.Fit.Report));
    }

    [Fact]
    public async Task ReadAsync_Correction_IsSeenWithoutItsOwnAliasButWithAnothersAlias()
    {
        await using var database = await CreateAsync();
        var (one, other, right) = await database.TwoPairsAsync();
        var judgments = database.Get<JudgmentService>();
        await judgments.JudgeAsync(Ann, new JudgmentRequest(one.Id, one.Version, Decision.Approve, [right], 2));
        var alone = (await ReadAsync(database)).ShouldHaveSingleItem().Variants.ShouldHaveSingleItem();
        alone.Candidates.ShouldAllBe(c => c.Alias == 0);
        alone.Right.Count.ShouldBe(1);

        await judgments.JudgeAsync(Ann, new JudgmentRequest(other.Id, other.Version, Decision.Approve, [right], 1));
        var both = (await ReadAsync(database)).ShouldHaveSingleItem().Variants;
        both.Sum(v => v.Weight).ShouldBe(1, 1e-9);
        both.Count(v => v.Candidates[v.Right.Single()].Alias == 1).ShouldBe(1);
    }

    [Fact]
    public async Task ReadAsync_RejectedOrApprovedInBulk_IsNoExample()
    {
        await using var database = await CreateAsync();
        var (one, _, _) = await database.TwoPairsAsync();
        await database.Get<JudgmentService>().JudgeAsync(Ann, new JudgmentRequest(one.Id, one.Version, Decision.Reject, []));
        (await database.Get<JudgmentService>().AcceptAsync(Ann, 0, "sure")).Count.ShouldBeGreaterThan(0);
        (await ReadAsync(database)).ShouldBeEmpty();
    }

    [Fact]
    public void Fold_AnyText_StaysTheSameAndSpreads()
    {
        var folds = Enumerable.Range(0, 1000).Select(i => new JudgedText($"词{i}", []).Fold(5)).ToList();
        new JudgedText("帽子", []).Fold(5).ShouldBe(new JudgedText("帽子", []).Fold(5));
        folds.GroupBy(f => f).ShouldAllBe(g => g.Count() > 150);
    }

    private static Task<IReadOnlyList<JudgedText>> ReadAsync(TestDatabase database) =>
        new FitExamples(database.Get<IDbContextFactory<WorkbenchDbContext>>(), database.Get<CatalogService>(), database.Get<CategoryMapper>())
            .ReadAsync(MappingOptions.Default, progress: null, CancellationToken.None);
}
