using LlmRec.Workbench.Mapping;
using LlmRec.Workbench.Mapping.Evaluation;
using LlmRec.Workbench.Mapping.Settings;
using LlmRec.Workbench.Security;
using LlmRec.Workbench.Tests.Review;
using static LlmRec.Workbench.Tests.Review.ReviewData;

namespace LlmRec.Workbench.Tests.Mapping.Evaluation;

public sealed class MappingEvaluationsTests
{
    private static readonly GoldName[] Names = [new("皮带", ["b1"]), new("怀表", ["s1", "s2"], "hard"), new("表带", [], "hard")];

    [Fact]
    public async Task EvaluateAsync_UploadedSet_IsStoredWithAllThatItWasMadeWith()
    {
        await using var database = await CreateAsync();
        await database.AddAsync(new MappingSettings { By = "bob", TargetPrecision = 0.95, AcceptFrom = 0.77, At = database.Time.GetUtcNow() });
        var set = await database.Get<GoldSets>().AddAsync(Ann, " 三个词 ", Names);
        var id = await database.Get<MappingEvaluations>().EvaluateAsync(Ann, new EvaluationRequest(set, MappingSpec.Now, MappingSpec.Default));

        var stored = (await database.Get<MappingEvaluations>().FindAsync(id)).ShouldNotBeNull();

        (stored.Summary.By, stored.Summary.GoldName, stored.Summary.GoldSetId, stored.Summary.At).ShouldBe(("ann", "三个词", set, database.Time.GetUtcNow()));
        (stored.Summary.Head.A.SettingsId, stored.Summary.Head.A.AcceptFrom, stored.Summary.Head.B!.AcceptFrom).ShouldBe((1, 0.77, MappingOptions.Default.Rule.AcceptFrom));
        stored.Summary.Head.A.AtOne.ShouldBe(stored.Report.A.All.AtOne);
        stored.Report.A.Strata.Select(s => s.Names).ShouldBe([3, 2]);
        stored.Report.A.Wrong[^1].Candidates.ShouldAllBe(c => c.Score >= 0);
        (await database.Get<MappingEvaluations>().ListAsync()).ShouldHaveSingleItem().Head.A.Spec.ShouldBe("now");
    }

    [Fact]
    public async Task DeleteAsync_ASet_KeepsItsEvaluationsAndCanBeTakenBack()
    {
        await using var database = await CreateAsync();
        var set = await database.Get<GoldSets>().AddAsync(Ann, "names", Names);
        var id = await database.Get<MappingEvaluations>().EvaluateAsync(Ann, new EvaluationRequest(set, MappingSpec.Now, Ablation: false));

        var deleted = (await database.Get<GoldSets>().DeleteAsync(Ann, set)).ShouldNotBeNull();
        (await database.Get<GoldSets>().ListAsync()).ShouldBeEmpty();
        (await database.Get<MappingEvaluations>().FindAsync(id))!.Summary.GoldSetId.ShouldBeNull();
        await database.Get<GoldSets>().RestoreAsync(Ann, deleted);

        (await database.Get<GoldSets>().ListAsync()).ShouldHaveSingleItem().Names.ShouldBe(3);
        (await database.Get<MappingEvaluations>().FindAsync(id))!.Summary.GoldSetId.ShouldBe(set);
        (await database.Get<GoldSets>().ReadAsync(set))!.Names.Select(n => n.Name).ShouldBe(Names.Select(n => n.Name));
    }

    [Fact]
    public async Task EvaluateAsync_UnknownSettings_NamesTheOnesThereAre()
    {
        await using var database = await CreateAsync();
        var set = await database.Get<GoldSets>().AddAsync(Ann, "names", Names);

        var error = await Should.ThrowAsync<InvalidDataException>(
            () => database.Get<MappingEvaluations>().EvaluateAsync(Ann, new EvaluationRequest(set, MappingSpec.Parse("settings:9")!)));

        error.Message.ShouldBe("There are no mapping settings 9. There are: none yet.");
        (await database.Get<MappingEvaluations>().ListAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task EvaluateAsync_Viewer_MayNot()
    {
        await using var database = await CreateAsync();
        var viewer = new Caller("guest", new HashSet<string> { Roles.Viewer });

        await Should.ThrowAsync<AccessDeniedException>(() => database.Get<GoldSets>().AddAsync(viewer, "x", Names));
        await Should.ThrowAsync<AccessDeniedException>(() => database.Get<MappingEvaluations>().EvaluateAsync(viewer, new EvaluationRequest(null, MappingSpec.Now)));
    }

    [Fact]
    public async Task Csv_OfAnEvaluation_HasEveryFigureWithItsInterval()
    {
        await using var database = await CreateAsync();
        var set = await database.Get<GoldSets>().AddAsync(Ann, "names", Names);
        var id = await database.Get<MappingEvaluations>().EvaluateAsync(Ann, new EvaluationRequest(set, MappingSpec.Default, MappingSpec.Parse("default,-exact")));
        var report = (await database.Get<MappingEvaluations>().FindAsync(id))!.Report;

        var lines = EvaluationCsv.Figures(report).Split("\r\n");

        lines.ShouldContain("figures,default,all,P@1,1,2,0.5,0.094531,0.905469");
        lines.ShouldContain(line => line.StartsWith("difference,B - A,all,P@1,,,0,", StringComparison.Ordinal));
        lines.ShouldContain("ablation,Query2Cate,all,NoData,,,,,");
        lines.SkipLast(1).Select(line => line.Replace("\"default,-exact\"", "B", StringComparison.Ordinal)).ShouldAllBe(line => line.Count(c => c == ',') == 8);
    }
}
