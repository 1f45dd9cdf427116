using LlmRec.Workbench.Mapping;
using LlmRec.Workbench.Mapping.Evaluation;
using LlmRec.Workbench.Statistics;
using LlmRec.Workbench.Tests.Review;
using Microsoft.EntityFrameworkCore;
using static LlmRec.Workbench.Tests.Review.ReviewData;

namespace LlmRec.Workbench.Tests.Mapping.Evaluation;

public sealed class MappingEvaluatorTests
{
    private static readonly MeasuredOptions Shipped = new(MappingSpec.Default, MappingOptions.Default);
    private static readonly GoldMaterial Three = new("three", [new("皮带", ["b1"], "same"), new("帆布鞋款", ["s1", "s2"], "like"), new("怀表", ["gone"], "like")]);

    [Fact]
    public async Task EvaluateAsync_SmallTree_CountsPerStratumAndWhatTheTreeLacks()
    {
        await using var database = await CreateAsync();

        var report = await Evaluator(database).EvaluateAsync(Three, Shipped, b: null, ablation: false);

        report.Gold.ShouldBe(new GoldFacts(Names: 3, WithoutCategory: 0, UnknownIds: 1, Unreachable: 1, Categories: 8, FromJudgments: false));
        report.A.Strata.Select(s => (s.Stratum, s.AtOne)).ShouldBe([("all", new Rate(2, 3)), ("same", new Rate(1, 1)), ("like", new Rate(1, 2))]);
        report.A.Wrong.ShouldHaveSingleItem().Gold.Name.ShouldBe("怀表");
    }

    [Fact]
    public async Task EvaluateAsync_Ablation_TellsNoDataFromNoDifference()
    {
        await using var database = await WithoutItemsAsync();

        var rows = (await Evaluator(database).EvaluateAsync(Three, Shipped, b: null, ablation: true)).Ablation;

        rows.Select(r => r.Source).ShouldBe(Enum.GetValues<EvidenceKind>());
        State(rows, EvidenceKind.Query2Cate).ShouldBe(AblationState.NoData);
        var exact = rows.Single(r => r.Source == EvidenceKind.Exact);
        (exact.State, exact.Speaks, exact.Alone!.AtOne).ShouldBe((AblationState.Measured, new Rate(1, 3), new Rate(1, 3)));
        var lexical = rows.Single(r => r.Source == EvidenceKind.Lexical);
        lexical.Without!.AtOne.ShouldBe(new Rate(1, 3));
        lexical.Loss!.Difference.Value.ShouldBe(-1 / 3.0, 1e-12);
    }

    [Fact]
    public async Task EvaluateAsync_OwnJudgments_AsksNoAliases()
    {
        await using var database = await CreateAsync();
        await database.JudgeAsync(Ann, Approve(1, "b1", rank: null));
        var judged = await database.Get<JudgedGold>().ReadAsync();

        var own = await Evaluator(database).EvaluateAsync(judged, Shipped, b: null, ablation: true);
        var file = await Evaluator(database).EvaluateAsync(judged with { FromJudgments = false }, Shipped, b: null, ablation: false);

        (own.A.All.AtOne.Part, file.A.All.AtOne.Part).ShouldBe((0, 1));
        State(own.Ablation, EvidenceKind.Alias).ShouldBe(AblationState.LeftOut);
    }

    [Fact]
    public async Task EvaluateAsync_TwoSettings_ReportsProgressToTheEndAndComesOutTheSameAgain()
    {
        await using var database = await WithoutItemsAsync();
        var progress = new List<EvaluationProgress>();
        var b = await database.Get<MappingSpecReader>().ReadAsync(MappingSpec.Default.Leaving(EvidenceKind.Lexical));

        var report = await Evaluator(database).EvaluateAsync(Three, Shipped, b, ablation: true, new Immediate(progress));
        var again = await Evaluator(database).EvaluateAsync(Three, Shipped, b, ablation: true);

        (report.Comparison!.Fixed, report.Comparison.Broken).ShouldBe((0, 1));
        progress[^1].Done.ShouldBe(progress[^1].Total);
        System.Text.Json.JsonSerializer.Serialize(again, EvaluationJson.Line).ShouldBe(System.Text.Json.JsonSerializer.Serialize(report, EvaluationJson.Line));
    }

    [Fact]
    public async Task EvaluateAsync_Cancelled_Stops()
    {
        await using var database = await CreateAsync();

        await Should.ThrowAsync<OperationCanceledException>(
            () => Evaluator(database).EvaluateAsync(Three, Shipped, b: null, ablation: true, progress: null, new CancellationToken(canceled: true)));
    }

    [Fact]
    public async Task EvaluateAsync_NoTree_SaysWhatToDo()
    {
        await using var database = await TestDatabase.CreateAsync(s => LlmRec.Workbench.Behavior.BehaviorServices.AddBehavior(s).AddMapping());

        (await Should.ThrowAsync<InvalidOperationException>(() => Evaluator(database).EvaluateAsync(Three, Shipped, null, ablation: false)))
            .Message.ShouldContain("import categories FILE");
    }

    // Without titles, only the names tell.
    private static async Task<TestDatabase> WithoutItemsAsync()
    {
        var database = await CreateAsync();
        await using var db = database.Open();
        await db.Items.ExecuteDeleteAsync();
        return database;
    }

    private static MappingEvaluator Evaluator(TestDatabase database) => database.Get<MappingEvaluator>();

    private static AblationState State(IReadOnlyList<AblationRow> rows, EvidenceKind kind) => rows.Single(r => r.Source == kind).State;

    private sealed class Immediate(List<EvaluationProgress> reports) : IProgress<EvaluationProgress>
    {
        public void Report(EvaluationProgress value) => reports.Add(value);
    }
}
