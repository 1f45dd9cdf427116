using LlmRec.Workbench.Complements;
using LlmRec.Workbench.Mapping;
using LlmRec.Workbench.Mapping.Settings;
using LlmRec.Workbench.Review;
using LlmRec.Workbench.Security;
using Microsoft.EntityFrameworkCore;
using static LlmRec.Workbench.Tests.Mapping.Settings.QueueScene;

namespace LlmRec.Workbench.Tests.Mapping.Settings;

public sealed class MappingSettingsServiceTests
{
    [Theory]
    [InlineData(0.8)]
    [InlineData(0.9)]
    [InlineData(0.95)]
    public async Task SetTargetPrecisionAsync_AnyTarget_AcceptsJustWhatThePlanSaid(double target)
    {
        await using var database = await CreateAsync();
        var planned = (await database.Get<AcceptancePlanner>().GetAsync()).For(target);

        var settings = await database.Get<MappingSettingsService>().SetTargetPrecisionAsync(Ann, target);

        settings.AcceptFrom.ShouldBe(planned.AcceptFrom);
        (await database.Get<JudgmentService>().PreviewAcceptAsync(new(new ReviewFilter(), 0, ""))).Count.ShouldBe(planned.Pairs);
        await using var db = database.Open();
        (await db.Mappings.CountAsync(m => m.SettingsId != settings.Id)).ShouldBe(0);
        (await db.MappingCandidates.CountAsync(c => c.Accepted != c.Score >= planned.AcceptFrom)).ShouldBe(0);
        planned.Pairs.ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task SetTargetPrecisionAsync_JudgedPair_StaysAsItIs()
    {
        await using var database = await CreateAsync();
        await using var db = database.Open();
        var pair = await db.Pairs.AsNoTracking().OrderBy(p => p.Id).FirstAsync(p => p.Outcome == MappingOutcome.Mapped);
        await database.Get<JudgmentService>().JudgeAsync(Ann, new JudgmentRequest(pair.Id, pair.Version, Decision.Approve, [pair.BestTargetId!], 1));
        await database.Get<MappingSettingsService>().SetTargetPrecisionAsync(Ann, 0.999);
        (await db.Pairs.AsNoTracking().SingleAsync(p => p.Id == pair.Id)).ShouldSatisfyAllConditions(
            p => p.State.ShouldBe(PairState.Approved), p => p.Outcome.ShouldBe(MappingOutcome.Mapped), p => p.Score.ShouldBe(pair.Score));
    }

    [Fact]
    public async Task ReturnToAsync_EarlierSettings_HoldAgainAsANewRow()
    {
        await using var database = await CreateAsync();
        var service = database.Get<MappingSettingsService>();
        var first = await service.SetTargetPrecisionAsync(Ann, 0.8);
        await service.SetTargetPrecisionAsync(Ann, 0.999);
        var back = await service.ReturnToAsync(Ann, first.Id);
        (back.AcceptFrom, back.TargetPrecision, SettingsNotes.ReturnedTo(back.Note)).ShouldBe((first.AcceptFrom, 0.8, first.Id));
        (await service.GetHistoryAsync()).Select(s => s.Id).ShouldBe([back.Id, back.Id - 1, first.Id]);
        await service.UseShippedAsync(Ann);
        (await database.Get<CurrentMappingOptions>().GetAsync()).Rule.ShouldBe(MappingOptions.Default.Rule);
    }

    [Fact]
    public async Task SetTargetPrecisionAsync_StoppedOnTheWay_HoldsAndTheRestCanBeDoneLater()
    {
        await using var database = await CreateAsync();
        using var stop = new CancellationTokenSource();
        var stopping = new StopAtOnce(stop);
        await Should.ThrowAsync<OperationCanceledException>(() => database.Get<MappingSettingsService>().SetTargetPrecisionAsync(Ann, 0.8, stopping, stop.Token));
        var refresher = database.Get<MappingRefresher>();
        var pending = await refresher.CountPendingAsync();
        pending.ShouldBeGreaterThan(0);
        (await database.Get<MappingSettingsService>().GetCurrentAsync())!.TargetPrecision.ShouldBe(0.8);
        (await refresher.RemapPendingAsync()).ShouldBe(pending);
        (await refresher.CountPendingAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task MapAsync_SettingsOfAnotherProcess_AreFollowed()
    {
        await using var database = await CreateAsync();
        var mapper = database.Get<CategoryMapper>();
        (await mapper.MapAsync(["保温杯"], 1))[0].SettingsId.ShouldBeNull();
        await database.AddAsync(new MappingSettings { By = "bob", At = database.Time.GetUtcNow(), TargetPrecision = 0.9, AcceptFrom = 0.9999 });
        (await mapper.MapAsync(["保温杯"], 1))[0].ShouldSatisfyAllConditions(r => r.SettingsId.ShouldBe(1), r => r.Outcome.ShouldBe(MappingOutcome.Ambiguous));
    }

    [Fact]
    public async Task SetTargetPrecisionAsync_Viewer_IsDenied()
    {
        await using var database = await CreateAsync();
        var viewer = new Caller("eve", new HashSet<string> { Roles.Viewer });
        await Should.ThrowAsync<AccessDeniedException>(() => database.Get<MappingSettingsService>().SetTargetPrecisionAsync(viewer, 0.9));
    }

    private sealed class StopAtOnce(CancellationTokenSource stop) : IProgress<RemapProgress>
    {
        public void Report(RemapProgress value) => stop.Cancel();
    }
}
