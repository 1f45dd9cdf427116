using LlmRec.Workbench.Mapping;
using LlmRec.Workbench.Mapping.Evaluation;
using LlmRec.Workbench.Review;
using LlmRec.Workbench.Tests.Review;
using static LlmRec.Workbench.Tests.Review.ReviewData;

namespace LlmRec.Workbench.Tests.Mapping.Evaluation;

public sealed class JudgedGoldTests
{
    [Fact]
    public async Task ReadAsync_JudgedPairs_GivesOneNamePerTextWithAllItsTargets()
    {
        await using var database = await CreateAsync();
        await database.JudgeAsync(Ann, Approve(1));
        await database.JudgeAsync(Ann, Approve(3, "s2", rank: 2));
        await database.JudgeAsync(Ann, Approve(2, "b1"));
        await database.JudgeAsync(Bob, new JudgmentRequest(4, 0, Decision.NoCategory, []));

        var gold = await database.Get<JudgedGold>().ReadAsync();

        gold.Names.Select(n => (n.Name, string.Join('+', n.CategoryIds), n.Stratum)).ShouldBe(
            [("帆布鞋", "s1+s2", JudgedGold.Corrected), ("怀表", "", JudgedGold.NoCategory), ("皮带", "b1", JudgedGold.Confirmed)]);
        (gold.FromJudgments, gold.LeftOut).ShouldBe((true, 0));
    }

    [Fact]
    public async Task ReadAsync_RejectedOrUndone_IsNoGold()
    {
        await using var database = await CreateAsync();
        await database.JudgeAsync(Ann, Reject(1));
        var batch = await database.JudgeAsync(Ann, Approve(2, "b1"));
        await database.Get<JudgmentService>().UndoAsync(Ann, batch);

        (await database.Get<JudgedGold>().ReadAsync()).Names.ShouldBeEmpty();
    }

    [Fact]
    public async Task ReadAsync_ApprovedInBulkOnly_IsLeftOutAndCounted()
    {
        await using var database = await CreateAsync();
        await database.Get<JudgmentService>().AcceptAsync(Ann, 0.9, "sure");
        await database.JudgeAsync(Ann, Approve(2, "b1"));

        var gold = await database.Get<JudgedGold>().ReadAsync();

        gold.Names.ShouldHaveSingleItem().Name.ShouldBe("皮带");
        gold.LeftOut.ShouldBe(1);
    }

    [Fact]
    public async Task ReadAsync_NobodyJudged_SaysWhatToDo()
    {
        await using var database = await CreateAsync();

        (await Should.ThrowAsync<InvalidDataException>(() => database.Get<GoldSources>().ReadAsync(null))).Message.ShouldContain("Judge some on the review page");
    }
}
