using LlmRec.Workbench.Behavior;
using LlmRec.Workbench.Mapping;
using LlmRec.Workbench.Mapping.Reconciliation;
using static LlmRec.Workbench.Tests.Mappings.MappingTrees;

namespace LlmRec.Workbench.Tests.Mappings.Reconciliation;

public sealed class CategoryReconcilerTests
{
    private static readonly string[] Shop = ["男装", "男装 > 衬衫", "男装 > 帽子", "女装", "女装 > 衬衫", "女装 > 衬衫 > 丝绸衬衫", "家居", "家居 > 台灯"];

    [Fact]
    public async Task ReconcileAsync_NameOfOneCategory_Matches()
    {
        var result = await ReconcileAsync(ReconciliationQuery.Of("台灯"));

        result.Failed.ShouldBeFalse();
        result.Candidates[0].Category.Id.ShouldBe("家居 > 台灯");
        result.Candidates[0].Match.ShouldBeTrue();
        result.Candidates[0].Evidence!.Exact.ShouldBeGreaterThanOrEqualTo(CandidateEvidence.WholeName);
        result.Candidates[0].TypeMatch.ShouldBeNull();
    }

    [Fact]
    public async Task ReconcileAsync_NameOfTwoCategories_MatchesNeither()
    {
        var result = await ReconcileAsync(ReconciliationQuery.Of("衬衫"));

        result.Candidates.Take(2).Select(c => c.Category.Id).ShouldBe(["男装 > 衬衫", "女装 > 衬衫"], ignoreOrder: true);
        result.Candidates.ShouldAllBe(c => !c.Match);
    }

    [Theory]
    [InlineData("男装", "男装 > 衬衫")]
    [InlineData("女装", "女装 > 衬衫")]
    public async Task ReconcileAsync_NameOfTwoCategoriesWithParent_MatchesTheOne(string parent, string expected)
    {
        var result = await ReconcileAsync(ReconciliationQuery.Of("衬衫") with { Properties = [new("parent", [new(parent)])] });

        result.Candidates[0].Category.Id.ShouldBe(expected);
        result.Candidates[0].Match.ShouldBeTrue();
        result.Candidates.ShouldAllBe(c => c.PropertyMatch == 1);
    }

    [Fact]
    public async Task ReconcileAsync_PropertyThatNoneHas_ShowsCandidatesWithoutAMatch()
    {
        var result = await ReconcileAsync(ReconciliationQuery.Of("台灯") with { Properties = [new("parent", [new("男装")])] });

        result.Candidates[0].Category.Id.ShouldBe("家居 > 台灯");
        result.Candidates[0].PropertyMatch.ShouldBe(0);
        result.Candidates.ShouldAllBe(c => !c.Match);
    }

    [Theory]
    [InlineData("colour", "red")]
    [InlineData("parent", " ")]
    public async Task ReconcileAsync_PropertyThatSaysNothing_IsIgnored(string property, string value)
    {
        var result = await ReconcileAsync(ReconciliationQuery.Of("台灯") with { Properties = [new(property, [new(value)])] });

        result.Candidates[0].Match.ShouldBeTrue();
        result.Candidates[0].PropertyMatch.ShouldBeNull();
    }

    [Theory]
    [InlineData(TypeStrictness.Any, 0)]
    [InlineData(TypeStrictness.All, 0)]
    [InlineData(TypeStrictness.Should, 1)]
    public async Task ReconcileAsync_TypeThatNoCandidateHas_ShowsOthersOnlyWhereItIsAWish(TypeStrictness strictness, int shown)
    {
        var result = await ReconcileAsync(ReconciliationQuery.Of("台灯") with { Types = ["under:男装"], Strictness = strictness, Limit = 1 });

        result.Candidates.Count.ShouldBe(shown);
        result.Candidates.ShouldAllBe(c => !c.Match && c.TypeMatch == false);
    }

    [Fact]
    public async Task ReconcileAsync_AllOfTwoTypes_NeedsBoth()
    {
        var result = await ReconcileAsync(ReconciliationQuery.Of("衬衫") with { Types = ["leaf", "under:女装"], Strictness = TypeStrictness.All });

        result.Candidates.Select(c => c.Category.Id).ShouldBe(["女装 > 衬衫 > 丝绸衬衫"]);
    }

    [Fact]
    public async Task ReconcileAsync_PropertiesOnly_FindsWhatHasThem()
    {
        var one = await ReconcileAsync(new(null, [], TypeStrictness.Any, [new("id", [new("家居")])]));
        var two = await ReconcileAsync(new(null, [], TypeStrictness.Any, [new("parent", [new("男装")])]));
        var none = await ReconcileAsync(new(null, [], TypeStrictness.Any, [new("colour", [new("red")])]));

        (one.Candidates.Single().Category.Id, one.Candidates[0].Match).ShouldBe(("家居", true));
        two.Candidates.Select(c => (c.Category.Id, c.Probability, c.Match)).ShouldBe([("男装 > 衬衫", 0.5, false), ("男装 > 帽子", 0.5, false)]);
        (none.Failed, none.Candidates.Count).ShouldBe((false, 0));
    }

    [Theory]
    [InlineData("")]
    [InlineData("!!! ???")]
    [InlineData("zxqj")]
    public async Task ReconcileAsync_NothingLikeIt_IsEmptyAndNotFailed(string text)
    {
        var result = await ReconcileAsync(ReconciliationQuery.Of(text));

        (result.Failed, result.Candidates.Count).ShouldBe((false, 0));
    }

    [Fact]
    public async Task ReconcileAsync_WithoutTree_Fails()
    {
        await using var database = await CreateAsync([]);

        var results = await database.Get<CategoryReconciler>().ReconcileAsync([ReconciliationQuery.Of("台灯")]);

        results.Single().Failed.ShouldBeTrue();
    }

    [Fact]
    public async Task ReconcileAsync_ManyQueriesOfAllSorts_KeepsTheirOrder()
    {
        await using var database = await CreateAsync(Shop);
        var queries = Enumerable.Range(0, 300).Select(i => ReconciliationQuery.Of(i % 2 == 0 ? "台灯" : "帽子") with { Types = i % 3 == 0 ? ["leaf"] : [], Limit = 1 + (i % 4) }).ToList();

        var results = await database.Get<CategoryReconciler>().ReconcileAsync(queries, TestContext.Current.CancellationToken);

        results.Select(r => r.Candidates[0].Category.Name).ShouldBe(queries.Select(q => q.Text!));
        results.Zip(queries).ShouldAllBe(r => r.First.Candidates.Count <= r.Second.Limit);
    }

    private static async Task<ReconciliationResult> ReconcileAsync(ReconciliationQuery query)
    {
        await using var database = await CreateAsync(Shop);
        return (await database.Get<CategoryReconciler>().ReconcileAsync([query])).Single();
    }

    private static async Task<TestDatabase> CreateAsync(string[] categories)
    {
        var database = await TestDatabase.CreateAsync(services => services.AddBehavior().AddMapping());
        await database.AddAsync([.. Tree(categories)]);
        return database;
    }
}
