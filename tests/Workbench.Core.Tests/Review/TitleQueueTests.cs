using LlmRec.Workbench.Review;
using LlmRec.Workbench.Titles;
using static LlmRec.Workbench.Tests.Review.ReviewData;
using static LlmRec.Workbench.Tests.Review.TitleData;

namespace LlmRec.Workbench.Tests.Review;

public sealed class TitleQueueTests
{
    private static readonly TitleFilter All = new() { State = null };

    public static TheoryData<TitleFilter, long[]> Filters => new()
    {
        { new(), [2, 1] },
        { new() { State = TitleState.Repair, Sort = TitleSort.Oldest }, [3, 4] },
        { All with { Sort = TitleSort.Oldest }, [1, 2, 3, 4] },
        { All with { Violation = "no-opening" }, [3] },
        { All with { Violation = "opening" }, [] },
        { All with { CategoryScope = "s", Sort = TitleSort.Oldest }, [1, 2] },
        { All with { Source = TitleSource.Rule }, [4] },
        { All with { Text = "男士" }, [1] },
        { All with { Text = "i2" }, [2] },
        { All with { RunId = 7 }, [1] },
        { All with { Judged = true }, [] },
        { All with { Sort = TitleSort.Newest }, [4, 3, 2, 1] },
        { All with { Sort = TitleSort.Category }, [4, 3, 1, 2] },
        { All with { Sort = TitleSort.WorstGain }, [2, 1, 3, 4] },
    };

    [Theory]
    [MemberData(nameof(Filters))]
    public async Task GetPageAsync_FilterAndOrder_GivesThoseTitlesAndNothingReplaced(TitleFilter filter, long[] expected)
    {
        await using var database = await TitleData.CreateAsync();
        await database.AddRunAsync();
        var page = await database.Get<TitleQueue>().GetPageAsync(filter, 0, 10);
        page.Rows.Select(r => r.TitleId).ShouldBe(expected);
        page.Total.ShouldBe(expected.Length);
    }

    [Theory]
    [MemberData(nameof(Filters))]
    public async Task GetNeighborAsync_StepByStep_WalksThePageThereAndBack(TitleFilter filter, long[] expected)
    {
        await using var database = await TitleData.CreateAsync();
        await database.AddRunAsync();
        var queue = database.Get<TitleQueue>();
        (await WalkAsync(queue, filter, forward: true)).ShouldBe(expected);
        (await WalkAsync(queue, filter, forward: false)).ShouldBe(expected.Reverse());
        foreach (var (id, index) in expected.Select((id, index) => (id, index)))
        {
            (await queue.GetPositionAsync(filter, id)).ShouldBe(index);
        }
    }

    [Fact]
    public async Task GetNeighborAsync_TitleThatWasJustJudged_StillKnowsWhatFollows()
    {
        await using var database = await TitleData.CreateAsync();
        await database.JudgeTitleAsync(Ann, TitleData.Approve(2));
        (await database.Get<TitleQueue>().GetNeighborAsync(new(), 2, forward: true)).ShouldBe(1);
    }

    [Fact]
    public async Task GetCountsAsync_AnyState_CountsAllStatesAndChecks()
    {
        await using var database = await TitleData.CreateAsync();
        await database.JudgeTitleAsync(Ann, TitleData.Approve(1));
        var counts = await database.Get<TitleQueue>().GetCountsAsync(new() { State = TitleState.Repair, Violation = "no-opening" });
        counts.States.ShouldBe(new Dictionary<TitleState, int> { [TitleState.Repair] = 1 });
        counts.Violations.ShouldBe(new Dictionary<string, int> { ["no-opening"] = 1 });
        counts = await database.Get<TitleQueue>().GetCountsAsync(new());
        (counts.Total, counts.Judged, counts.Waiting).ShouldBe((4, 1, 3));
        (await database.Get<TitleQueue>().CountWaitingAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task GetItemAsync_Waiting_HoldsAllThatADecisionNeeds()
    {
        await using var database = await TitleData.CreateAsync();
        await database.AddRunAsync();
        var item = (await database.Get<TitleQueue>().GetItemAsync(1)).ShouldNotBeNull();
        (item.Title.CategoryPath, item.Title.RawPerplexity, item.Title.Perplexity, item.Title.ScorerName).ShouldBe(("鞋 > 男帆布鞋", 900, 90, "zh_CN.lm"));
        item.Text.ShouldBe(Clean);
        var origin = item.Origins.ShouldHaveSingleItem();
        (origin.RunId, origin.RunItemId, origin.PromptName, origin.PromptVersion, origin.Recorded).ShouldBe((7, 70, "标题", 3, true));
        var other = item.Others.ShouldHaveSingleItem();
        (other.TitleId, other.Text, other.IsNewest).ShouldBe((5, "这个商品是鞋", false));
        item.Mark(item.Text).Sentence.Sum(span => span.Length).ShouldBe(Clean.Length);
    }

    [Fact]
    public async Task GetItemAsync_AttributesAndViolations_AreKnownForTheChecks()
    {
        await using var database = await TitleData.CreateAsync();
        var item = (await database.Get<TitleQueue>().GetItemAsync(3)).ShouldNotBeNull();
        item.Known.Attributes["品牌"].ShouldBe("花花公子");
        item.Known.CategoryName.ShouldBe("皮带");
        item.Title.Violations.ShouldBe(["no-opening"]);
        (await database.Get<TitleQueue>().GetItemAsync(99)).ShouldBeNull();
    }

    [Fact]
    public async Task GetItemAsync_EditedThenUndone_ShowsTheWholeHistory()
    {
        await using var database = await TitleData.CreateAsync();
        var batch = await database.JudgeTitleAsync(Ann, TitleData.Approve(1, "这个商品是鞋"));
        (await database.Get<TitleQueue>().GetItemAsync(1)).ShouldNotBeNull().Text.ShouldBe("这个商品是鞋");
        await database.Get<JudgmentService>().UndoAsync(Bob, batch);
        var item = (await database.Get<TitleQueue>().GetItemAsync(1)).ShouldNotBeNull();
        item.Judgments.Select(j => (j.Decision, j.Text, j.By, j.Stands)).ShouldBe([(Decision.Undo, "", "bob", false), (Decision.Approve, "这个商品是鞋", "ann", false)]);
        item.Text.ShouldBe(Clean);
    }

    private static async Task<List<long>> WalkAsync(TitleQueue queue, TitleFilter filter, bool forward)
    {
        var walked = new List<long>();
        for (long? id = null; (id = await queue.GetNeighborAsync(filter, id, forward)) is not null;)
        {
            walked.Add(id.Value);
        }

        return walked;
    }
}
