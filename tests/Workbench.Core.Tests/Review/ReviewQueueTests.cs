using LlmRec.Workbench.Complements;
using LlmRec.Workbench.Mapping;
using LlmRec.Workbench.Review;
using LlmRec.Workbench.Security;
using static LlmRec.Workbench.Tests.Review.ReviewData;

namespace LlmRec.Workbench.Tests.Review;

public sealed class ReviewQueueTests
{
    [Theory]
    [InlineData(ReviewSort.Source, new long[] { 1, 2, 3, 4 })]
    [InlineData(ReviewSort.ScoreDescending, new long[] { 3, 1, 2, 4 })]
    [InlineData(ReviewSort.ScoreAscending, new long[] { 4, 2, 1, 3 })]
    [InlineData(ReviewSort.Newest, new long[] { 4, 3, 2, 1 })]
    public async Task GetPageAsync_EverySort_AgreesWithNeighborsAndPositions(ReviewSort sort, long[] expected)
    {
        await using var database = await CreateAsync();
        var queue = database.Get<ReviewQueue>();
        var filter = new ReviewFilter { Sort = sort };
        (await queue.GetPageAsync(filter, 0, 10)).Rows.Select(r => r.PairId).ShouldBe(expected);
        for (var i = 0; i < expected.Length; i++)
        {
            (await queue.GetPositionAsync(filter, expected[i])).ShouldBe(i);
            (await queue.GetNeighborAsync(filter, expected[i], forward: true)).ShouldBe(expected.Skip(i + 1).Cast<long?>().FirstOrDefault());
            (await queue.GetNeighborAsync(filter, expected[i], forward: false)).ShouldBe(expected.Take(i).Cast<long?>().LastOrDefault());
        }
    }

    [Theory]
    [MemberData(nameof(Filters))]
    public async Task GetPageAsync_Filter_KeepsMatchingPairs(ReviewFilter filter, long[] expected)
    {
        await using var database = await CreateAsync();
        var page = await database.Get<ReviewQueue>().GetPageAsync(filter, 0, 10);
        page.Rows.Select(r => r.PairId).ShouldBe(expected);
        page.Total.ShouldBe(expected.Length);
    }

    public static TheoryData<ReviewFilter, long[]> Filters => new()
    {
        { new() { SourceScope = "t2" }, [3, 4] },
        { new() { SourceScope = "t" }, [1, 2, 3, 4] },
        { new() { SourceScope = "gone" }, [] },
        { new() { TargetScope = "s" }, [1, 3] },
        { new() { Outcome = MappingOutcome.NoCategory }, [4] },
        { new() { Text = " 皮带 " }, [2] },
        { new() { Text = "休闲" }, [1, 2] },
        { new() { MinScore = 0.9 }, [1, 3] },
        { new() { MaxScore = 0.88 }, [2, 4] },
        { new() { State = PairState.Approved }, [] },
        { new() { State = null, MinScore = 0.88, MaxScore = 0.88 }, [2] },
        { new() { State = null, Judged = true }, [] },
        { new() { RunId = 7 }, [] },
    };

    [Fact]
    public async Task GetPageAsync_Judged_ShowsWhateverAPersonDecided()
    {
        await using var database = await CreateAsync();
        await database.Get<JudgmentService>().JudgeAsync(Caller.SingleUser("ann"), new JudgmentRequest(2, 0, Decision.Reject, [], null, ""));
        var filter = new ReviewFilter { State = null, Judged = true };
        (await database.Get<ReviewQueue>().GetPageAsync(filter, 0, 10)).Rows.Select(r => r.PairId).ShouldBe([2]);
        (await database.Get<ReviewQueue>().GetCountsAsync(filter)).Total.ShouldBe(4);
    }

    [Fact]
    public async Task GetPageAsync_SkipAndTake_CutsTheQueue()
    {
        await using var database = await CreateAsync();
        var page = await database.Get<ReviewQueue>().GetPageAsync(new(), 1, 2);
        page.Total.ShouldBe(4);
        page.Rows.Select(r => r.PairId).ShouldBe([2, 3]);
        page.Rows[0].SourcePath.ShouldBe("男装 > 休闲裤");
    }

    [Fact]
    public async Task GetNeighborAsync_PairHasLeftTheFilter_StillFindsTheNext()
    {
        await using var database = await CreateAsync();
        await database.JudgeAsync(Ann, Approve(1));
        var queue = database.Get<ReviewQueue>();
        (await queue.GetNeighborAsync(new(), 1, forward: true)).ShouldBe(2);
        (await queue.GetNeighborAsync(new(), null, forward: true)).ShouldBe(2);
    }

    [Fact]
    public async Task GetCountsAsync_SomeJudged_CountsEveryStateAndTheFilteredOutcomes()
    {
        await using var database = await CreateAsync();
        await database.JudgeAsync(Ann, Approve(1));
        var counts = await database.Get<ReviewQueue>().GetCountsAsync(new());
        (counts.Judged, counts.Total).ShouldBe((1, 4));
        counts.States[PairState.Approved].ShouldBe(1);
        counts.Outcomes[MappingOutcome.Mapped].ShouldBe(2);
        counts.Outcomes[MappingOutcome.NoCategory].ShouldBe(1);
    }

    [Fact]
    public async Task GetItemAsync_WaitingPair_HoldsAllThatADecisionNeeds()
    {
        await using var database = await CreateAsync();
        var item = (await database.Get<ReviewQueue>().GetItemAsync(1)).ShouldNotBeNull();
        item.Pair.SourcePath.ShouldBe("男装 > 休闲裤");
        item.Candidates.Select(c => (c.Rank, c.Path)).ShouldBe([(1, "鞋 > 男帆布鞋"), (2, "鞋 > 女帆布鞋")]);
        item.Candidates[0].Evidence.Lexical.ShouldBe(0.91);
        item.Siblings.ShouldHaveSingleItem().TargetPath.ShouldBe("配饰 > 皮带");
        item.SampleItems.ShouldHaveSingleItem().Title.ShouldBe("帆布鞋男低帮");
        item.Judgments.ShouldBeEmpty();
    }

    [Fact]
    public async Task GetItemAsync_UndonePair_ShowsTheWholeHistoryNewestFirst()
    {
        await using var database = await CreateAsync();
        var batch = await database.JudgeAsync(Ann, Approve(1));
        await database.Get<JudgmentService>().UndoAsync(Bob, batch);
        var item = (await database.Get<ReviewQueue>().GetItemAsync(1)).ShouldNotBeNull();
        item.Judgments.Select(j => (j.Decision, j.By, j.Stands)).ShouldBe([(Decision.Undo, "bob", false), (Decision.Approve, "ann", false)]);
        item.Pair.Standing.State.ShouldBe(PairState.Waiting);
    }

    [Fact]
    public async Task GetItemAsync_UnknownPair_IsNull()
    {
        await using var database = await CreateAsync();
        (await database.Get<ReviewQueue>().GetItemAsync(99)).ShouldBeNull();
    }
}
