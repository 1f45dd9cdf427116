using LlmRec.Workbench.Complements;
using LlmRec.Workbench.Mapping;
using LlmRec.Workbench.Review;
using LlmRec.Workbench.Security;
using Microsoft.EntityFrameworkCore;
using static LlmRec.Workbench.Tests.Review.ReviewData;

namespace LlmRec.Workbench.Tests.Review;

public sealed class JudgeTests
{
    [Fact]
    public async Task JudgeAsync_Approve_StandsOnThePair()
    {
        await using var database = await CreateAsync();
        await database.JudgeAsync(Ann, Approve(1) with { Reason = " 常见搭配 " });
        var pair = await database.PairAsync(1);
        (pair.State, pair.Version).ShouldBe((PairState.Approved, 1));
        pair.Targets.ShouldHaveSingleItem().CategoryId.ShouldBe("s1");
        await using var db = database.Open();
        var judgment = await db.Judgments.SingleAsync();
        (judgment.Id, judgment.By, judgment.Reason, judgment.CandidateRank).ShouldBe((pair.JudgmentId!.Value, "ann", "常见搭配", 1));
        judgment.At.ShouldBe(database.Time.GetUtcNow());
    }

    [Theory]
    [InlineData(Decision.Reject, PairState.Rejected)]
    [InlineData(Decision.NoCategory, PairState.NoCategory)]
    public async Task JudgeAsync_NoTargetDecisions_LeaveNoTargets(Decision decision, PairState state)
    {
        await using var database = await CreateAsync();
        await database.JudgeAsync(Ann, Approve(1));
        await database.JudgeAsync(Ann, new JudgmentRequest(1, 1, decision, []));
        var pair = await database.PairAsync(1);
        pair.State.ShouldBe(state);
        pair.Targets.ShouldBeEmpty();
    }

    [Fact]
    public async Task JudgeAsync_SeveralTargets_AllStand()
    {
        await using var database = await CreateAsync();
        await database.JudgeAsync(Ann, new JudgmentRequest(1, 0, Decision.Approve, ["s1", "s2", "s1"]));
        (await database.PairAsync(1)).Targets.Select(t => t.CategoryId).ShouldBe(["s1", "s2"], ignoreOrder: true);
    }

    [Fact]
    public async Task JudgeAsync_StaleVersion_IsAConflictWithBothSidesAndChangesNothing()
    {
        await using var database = await CreateAsync();
        await database.JudgeAsync(Bob, Reject(1) with { Reason = "不搭" });
        var conflict = (await database.Get<JudgmentService>().JudgeAsync(Ann, Approve(1))).ShouldBeOfType<JudgmentResult.Conflict>();
        conflict.Yours.Decision.ShouldBe(Decision.Approve);
        var current = conflict.Current.ShouldBeOfType<PairStanding>();
        (current.State, current.By, current.Reason, current.Version).ShouldBe((PairState.Rejected, "bob", "不搭", 1));
        (await database.PairAsync(1)).State.ShouldBe(PairState.Rejected);
        await using var db = database.Open();
        (await db.Judgments.CountAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task JudgeAsync_ManyAtOnceOnOnePair_ExactlyOneStands()
    {
        await using var database = await CreateAsync();
        var service = database.Get<JudgmentService>();
        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => service.JudgeAsync(Ann, Approve(1))));
        results.OfType<JudgmentResult.Done>().Count().ShouldBe(1);
        results.OfType<JudgmentResult.Conflict>().Count().ShouldBe(7);
        await using var db = database.Open();
        (await db.Judgments.CountAsync()).ShouldBe(1);
    }

    [Theory]
    [InlineData(99, "s1", JudgmentProblem.UnknownPair)]
    [InlineData(1, "nowhere", JudgmentProblem.UnknownTarget)]
    [InlineData(1, "t1", JudgmentProblem.TargetIsSource)]
    [InlineData(1, null, JudgmentProblem.NoTarget)]
    public async Task JudgeAsync_SenselessRequest_IsRefusedWithTheReason(long pairId, string? target, JudgmentProblem problem)
    {
        await using var database = await CreateAsync();
        var request = new JudgmentRequest(pairId, 0, Decision.Approve, target is null ? [] : [target]);
        (await database.Get<JudgmentService>().JudgeAsync(Ann, request)).ShouldBeOfType<JudgmentResult.Refused>().Problem.ShouldBe(problem);
    }

    [Fact]
    public async Task JudgeAsync_Viewer_IsDenied()
    {
        await using var database = await CreateAsync();
        var viewer = new Caller("eve", new HashSet<string> { Roles.Viewer });
        await Should.ThrowAsync<AccessDeniedException>(() => database.Get<JudgmentService>().JudgeAsync(viewer, Approve(1)));
    }

    [Fact]
    public async Task JudgeAsync_FirstCandidate_TeachesNoAlias()
    {
        await using var database = await CreateAsync();
        await database.JudgeAsync(Ann, Approve(1));
        await using var db = database.Open();
        (await db.Aliases.AnyAsync()).ShouldBeFalse();
    }

    [Fact]
    public async Task JudgeAsync_Correction_TeachesAnAliasAndShowsItFirstOnWaitingPairsOfTheText()
    {
        await using var database = await CreateAsync();
        await database.JudgeAsync(Ann, Approve(1, "s2", rank: 2));
        await using var db = database.Open();
        var alias = await db.Aliases.SingleAsync();
        (alias.CategoryId, alias.Key, alias.By).ShouldBe(("s2", TextKey.Normalize("帆布鞋"), "ann"));
        (await database.PairAsync(3)).BestTargetId.ShouldBe("s2");
        (await database.Get<ReviewQueue>().GetItemAsync(3)).ShouldNotBeNull().Candidates[0].Evidence.Alias.ShouldBe(1);
    }

    [Fact]
    public async Task JudgeAsync_CorrectionOfACategorysVeryName_HoldsForThatPairAlone()
    {
        await using var database = await CreateAsync();
        await using var db = database.Open();
        await db.MappingCandidates.Where(c => c.Rank == 1).ExecuteUpdateAsync(set => set.SetProperty(c => c.Exact, 1));

        await database.JudgeAsync(Ann, Approve(1, "s2", rank: 2));

        (await db.Aliases.AnyAsync()).ShouldBeFalse();
        (await database.PairAsync(3)).BestTargetId.ShouldBe("s1");
    }

    [Fact]
    public async Task JudgeAsync_CorrectionOfAShortName_HoldsForThatPairAlone()
    {
        await using var database = await CreateAsync();
        await database.Get<MappingRefresher>().RemapAllAsync();

        await database.JudgeAsync(Ann, Approve(2, "s1", rank: null));

        await using var db = database.Open();
        (await db.Aliases.AnyAsync()).ShouldBeFalse();
    }

    [Fact]
    public async Task JudgeAsync_CorrectionIsReplaced_ForgetsItsAlias()
    {
        await using var database = await CreateAsync();
        await database.JudgeAsync(Ann, Approve(1, "s2", rank: 2));
        await database.JudgeAsync(Bob, Reject(1, version: 1));
        await using var db = database.Open();
        (await db.Aliases.AnyAsync()).ShouldBeFalse();
        (await database.PairAsync(3)).BestTargetId.ShouldBe("s1");
    }
}
