using LlmRec.Workbench.Behavior;
using LlmRec.Workbench.Catalog;
using LlmRec.Workbench.Complements;
using LlmRec.Workbench.Mapping;
using LlmRec.Workbench.Review;
using LlmRec.Workbench.Security;
using LlmRec.Workbench.Titles.Baseline;
using Microsoft.EntityFrameworkCore;

namespace LlmRec.Workbench.Tests.Review;

/// <summary>A small catalog with pairs that wait: trousers (t1) and shirts (t2) as sources, three kinds of canvas shoes and belts as complements.</summary>
internal static class ReviewData
{
    public static readonly Caller Ann = Caller.SingleUser("ann");
    public static readonly Caller Bob = Caller.SingleUser("bob");

    public static async Task<TestDatabase> CreateAsync()
    {
        var database = await TestDatabase.CreateAsync(s => s.AddBehavior().AddMapping().AddTitleBaseline().AddReview());
        var position = 0;
        Category Node(string id, string? parent, string name, string path) =>
            new() { Id = id, ParentId = parent, Name = name, Path = path, Depth = parent is null ? 1 : 2, IsLeaf = parent is not null, Position = position++ };
        await database.AddAsync(
            Node("t", null, "男装", "男装"), Node("t1", "t", "休闲裤", "男装 > 休闲裤"), Node("t2", "t", "衬衫", "男装 > 衬衫"),
            Node("s", null, "鞋", "鞋"), Node("s1", "s", "男帆布鞋", "鞋 > 男帆布鞋"), Node("s2", "s", "女帆布鞋", "鞋 > 女帆布鞋"),
            Node("b", null, "配饰", "配饰"), Node("b1", "b", "皮带", "配饰 > 皮带"),
            new Item { Id = "i1", CategoryId = "s1", Title = "帆布鞋男低帮", Attributes = "{}" });
        await database.AddAsync(
            Mapping(1, "帆布鞋", MappingOutcome.Mapped, ("s1", 0.91), ("s2", 0.64)),
            Mapping(2, "皮带", MappingOutcome.Mapped, ("b1", 0.88)),
            Mapping(3, "怀表", MappingOutcome.NoCategory));
        await database.AddAsync(
            Pair(1, "t1", 1, "帆布鞋", "s1", 0.91), Pair(2, "t1", 2, "皮带", "b1", 0.88),
            Pair(3, "t2", 1, "帆布鞋", "s1", 0.91), Pair(4, "t2", 3, "怀表", null, 0));
        return database;
    }

    public static JudgmentRequest Approve(long pairId, string target = "s1", int? rank = 1, int version = 0) =>
        new(pairId, version, Decision.Approve, [target], rank);

    public static JudgmentRequest Reject(long pairId, int version = 0) => new(pairId, version, Decision.Reject, []);

    public static async Task<long> JudgeAsync(this TestDatabase database, Caller caller, JudgmentRequest request) =>
        (await database.Get<JudgmentService>().JudgeAsync(caller, request)).ShouldBeOfType<JudgmentResult.Done>().BatchId;

    public static async Task<Pair> PairAsync(this TestDatabase database, long id)
    {
        await using var db = database.Open();
        return await db.Pairs.AsNoTracking().Include(p => p.Targets).SingleAsync(p => p.Id == id);
    }

    private static Workbench.Mapping.Mapping Mapping(long id, string text, MappingOutcome outcome, params (string Id, double Score)[] candidates) => new()
    {
        Id = id,
        Key = TextKey.Normalize(text),
        Text = text,
        Outcome = outcome,
        Candidates = [.. candidates.Select((c, i) => new MappingCandidate { Rank = i + 1, CategoryId = c.Id, Score = c.Score, Lexical = c.Score, Accepted = outcome == MappingOutcome.Mapped && i == 0 })],
    };

    private static Pair Pair(long id, string source, long mapping, string text, string? target, double score) => new()
    {
        Id = id,
        SourceId = source,
        MappingId = mapping,
        Text = text,
        BestTargetId = target,
        Score = score,
        Support = 1,
        Outcome = target is null ? MappingOutcome.NoCategory : MappingOutcome.Mapped,
    };
}
