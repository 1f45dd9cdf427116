using LlmRec.Workbench.Titles;
using LlmRec.Workbench.Titles.Answers;
using LlmRec.Workbench.Titles.Checks;

namespace LlmRec.Workbench.Tests.Titles;

public sealed class TitleRepairQueueTests
{
    [Fact]
    public async Task CountAsync_Queue_CountsEveryCheckAndTheRules()
    {
        await using var scene = await SceneAsync();

        var counts = await scene.Database.Get<TitleRepairQueue>().CountAsync();

        counts.Total.ShouldBe(2);
        counts.Violations[TitleViolations.NoOpening].ShouldBe(1);
        counts.Violations[RepairRows.ByRule].ShouldBe(1);
        (await scene.Database.Get<TitleRepairQueue>().CountAsync(runId: 2)).Total.ShouldBe(0);
    }

    [Fact]
    public async Task GetRowsAsync_Filter_GivesRowsWithTheirOrigin()
    {
        await using var scene = await SceneAsync();
        var sut = scene.Database.Get<TitleRepairQueue>();

        var row = (await sut.GetRowsAsync(new RepairFilter(TitleViolations.NoOpening, RunId: 1), 0, 10)).ShouldHaveSingleItem();

        (row.ItemId, row.Sentence, row.RunId, row.Prompt, row.Model).ShouldBe(("a", "一把山禾菜刀", 1, "p@0", "m"));
        row.Suggestion.ShouldContain("山禾");
        (await sut.GetRowsAsync(new RepairFilter(RepairRows.ByRule), 0, 10)).ShouldHaveSingleItem().ItemId.ShouldBe("b");
        (await sut.CountRowsAsync(new RepairFilter())).ShouldBe(2);
    }

    [Fact]
    public async Task CountAsync_AskedAgainAndSound_LeavesTheQueue()
    {
        await using var scene = await SceneAsync();

        await scene.StoreAsync((4, "这个商品是山禾不锈钢菜刀"));

        (await scene.Database.Get<TitleRepairQueue>().CountAsync()).Total.ShouldBe(1);
    }

    private static async Task<TitleScene> SceneAsync()
    {
        var scene = await TitleScene.CreateAsync();
        await scene.StoreAsync((1, "一把山禾菜刀"), (2, ""));
        return scene;
    }
}
