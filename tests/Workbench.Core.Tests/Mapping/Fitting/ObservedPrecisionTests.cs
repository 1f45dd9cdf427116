using LlmRec.Workbench.Mapping.Fitting;
using LlmRec.Workbench.Mapping.Settings;
using LlmRec.Workbench.Review;
using Microsoft.EntityFrameworkCore;
using static LlmRec.Workbench.Tests.Mapping.Settings.QueueScene;

namespace LlmRec.Workbench.Tests.Mapping.Fitting;

public sealed class ObservedPrecisionTests
{
    [Fact]
    public async Task GetAsync_NobodyJudged_HasNoTexts()
    {
        await using var database = await CreateAsync();
        var curve = await database.Get<ObservedPrecision>().GetAsync();
        (curve.Texts, curve.FitId, curve.At(0.5).Whole).ShouldBe((0, null, 0));
    }

    [Fact]
    public async Task GetAsync_Judged_CountsTheJudgmentsThatStand()
    {
        await using var database = await CreateAsync(texts: 90);
        await database.JudgeAsync(40, wrongEvery: 4);
        var observed = database.Get<ObservedPrecision>();
        var all = (await observed.GetAsync()).At(0);
        (all.Part, all.Whole).ShouldBe((30, 40));

        await using var db = database.Open();
        var newest = await db.JudgmentBatches.MaxAsync(b => b.Id);
        (await database.Get<JudgmentService>().UndoAsync(Ann, newest)).Status.ShouldBe(UndoStatus.Done);
        (await observed.GetAsync()).Texts.ShouldBe(39);
    }

    [Fact]
    public async Task GetAsync_FitInForce_CountsItsHeldOutPredictions()
    {
        await using var database = await CreateAsync(texts: 90);
        await database.JudgeAsync(80, wrongEvery: 3);
        var done = (await database.Get<FusionFitter>().FitAsync(Ann)).ShouldBeOfType<FitOutcome.Done>();
        var observed = database.Get<ObservedPrecision>();
        (await observed.GetAsync()).FitId.ShouldBeNull("a fit that nobody adopted says nothing about the rules in force");
        await database.Get<MappingSettingsService>().AdoptAsync(Ann, done.Fit.Id);

        var curve = await observed.GetAsync();

        (curve.FitId, curve.Texts).ShouldBe((done.Fit.Id, 80));
        curve.At(done.Report.After.AcceptFrom).ShouldBe(done.Report.After.Precision);
    }
}
