using LlmRec.Workbench.Complements;
using LlmRec.Workbench.Mapping;
using static LlmRec.Workbench.Tests.Mappings.MappingTrees;

namespace LlmRec.Workbench.Tests.Complements;

public sealed class ComplementQueriesTests
{
    [Fact]
    public async Task GetComplementsAsync_ApprovedAndWaiting_ShowsTargetsAndProposals()
    {
        await using var database = await CreateAsync();

        var rows = await database.Get<ComplementQueries>().GetComplementsAsync("服饰 > 帽子");

        rows.Select(r => (r.CategoryId, r.State)).ShouldBe([("围巾", PairState.Approved), ("服饰 > 手套", PairState.Waiting), (null, PairState.Waiting)]);
        rows[0].Path.ShouldBe("围巾");
    }

    [Fact]
    public async Task GetComplementOfAsync_Target_ShowsSources()
    {
        await using var database = await CreateAsync();
        var sut = database.Get<ComplementQueries>();

        (await sut.GetComplementOfAsync("围巾")).ShouldHaveSingleItem().CategoryId.ShouldBe("服饰 > 帽子");
        (await sut.GetComplementOfAsync("服饰 > 手套")).ShouldHaveSingleItem().State.ShouldBe(PairState.Waiting);
    }

    [Fact]
    public async Task GetCountsAsync_Pairs_CountsOutcomesAndStatesApart()
    {
        await using var database = await CreateAsync();

        (await database.Get<ComplementQueries>().GetCountsAsync()).ShouldBe(
            new ComplementCounts { Pairs = 3, Mapped = 2, NoCategory = 1, Judged = 1, Approved = 1 });
    }

    [Fact]
    public async Task GetFlowsAsync_ApprovedPairs_AreCountedByFirstLevel()
    {
        await using var database = await CreateAsync();

        (await database.Get<ComplementQueries>().GetFlowsAsync()).ShouldBe([new ComplementFlow("服饰", "服饰", "围巾", "围巾", 1)]);
    }

    [Fact]
    public async Task GetMentionsAsync_CategoryWithoutAnswers_IsEmpty()
    {
        await using var database = await CreateAsync();

        (await database.Get<ComplementQueries>().GetMentionsAsync("围巾")).ShouldBeEmpty();
    }

    private static async Task<TestDatabase> CreateAsync()
    {
        var database = await TestDatabase.CreateAsync(services => services.AddComplements());
        await database.AddAsync([.. Tree("服饰", "服饰 > 帽子", "服饰 > 手套", "围巾")]);
        await database.AddAsync(
            Pair("围脖", "服饰 > 手套", PairState.Approved, MappingOutcome.Mapped, new PairTarget { CategoryId = "围巾" }),
            Pair("手套", "服饰 > 手套", PairState.Waiting, MappingOutcome.Mapped),
            Pair("云", null, PairState.Waiting, MappingOutcome.NoCategory));
        return database;
    }

    private static Pair Pair(string text, string? best, PairState state, MappingOutcome outcome, params PairTarget[] targets) => new()
    {
        SourceId = "服饰 > 帽子", Text = text, BestTargetId = best, State = state, Outcome = outcome, Score = best is null ? 0 : 0.9,
        Mapping = new LlmRec.Workbench.Mapping.Mapping { Key = text, Text = text }, Targets = [.. targets],
    };
}
