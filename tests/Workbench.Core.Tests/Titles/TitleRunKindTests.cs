using LlmRec.Workbench.Catalog;
using LlmRec.Workbench.Runs;
using LlmRec.Workbench.Titles;
using LlmRec.Workbench.Titles.Checks;
using Microsoft.EntityFrameworkCore;

namespace LlmRec.Workbench.Tests.Titles;

public sealed class TitleRunKindTests
{
    [Fact]
    public async Task GetSubjectsAsync_All_GivesProductsByIdUpToTheLimit()
    {
        await using var scene = await TitleScene.CreateAsync();

        (await scene.Kind.GetSubjectsAsync("all", null, default)).Select(s => s.Id).ShouldBe(["a", "b", "c"]);
        (await scene.Kind.GetSubjectsAsync("all", 1, default)).ShouldHaveSingleItem().Name.ShouldBe(TitleScene.KnifeTitle);
    }

    [Fact]
    public async Task GetSubjectsAsync_Category_GivesItsSubtree()
    {
        await using var scene = await TitleScene.CreateAsync();

        (await scene.Kind.GetSubjectsAsync("厨具", null, default)).Select(s => s.Id).ShouldBe(["a", "b"]);
        (await scene.Kind.GetSubjectsAsync("厨具 > 锅", null, default)).Select(s => s.Id).ShouldBe(["b"]);
        (await scene.Kind.GetSubjectsAsync("没有", null, default)).ShouldBeEmpty();
    }

    [Fact]
    public async Task GetSubjectsAsync_Repair_GivesWhatWaitsForRepair()
    {
        await using var scene = await TitleScene.CreateAsync();
        await scene.StoreAsync((1, "一把刀"), (2, "这个商品是锅"));
        var row = await scene.RowAsync("a");

        (await scene.Kind.GetSubjectsAsync("repair", null, default)).Select(s => s.Id).ShouldBe(["a"]);
        (await scene.Kind.GetSubjectsAsync("repair:1:no-opening", null, default)).Select(s => s.Id).ShouldBe(["a"]);
        (await scene.Kind.GetSubjectsAsync($"repair:rows={row.Id},999", null, default)).Select(s => s.Id).ShouldBe(["a"]);
        (await scene.Kind.GetSubjectsAsync("repair:2", null, default)).ShouldBeEmpty();
        (await scene.Kind.GetSubjectsAsync("repair:too-long", null, default)).ShouldBeEmpty();
        (await scene.Kind.GetSubjectsAsync("repair:rows=", null, default)).ShouldBeEmpty();
    }

    [Fact]
    public async Task GetVariablesAsync_Product_HoldsEveryNamedVariable()
    {
        await using var scene = await TitleScene.CreateAsync();

        var variables = await scene.Kind.GetVariablesAsync("a", default);

        variables["title"].ShouldBe(TitleScene.KnifeTitle);
        ((IEnumerable<string>)variables["words"]!).ShouldNotBeEmpty();
        var brand = ((IEnumerable<IReadOnlyDictionary<string, object?>>)variables["attributes"]!).First();
        (brand["name"], brand["value"]).ShouldBe(("品牌", "山禾"));
        Group(variables, "category")["path"].ShouldBe("厨具 > 刀");
        Group(variables, "previous")["sentence"].ShouldBe("");
        scene.Kind.Variables.Select(name => name.Split('.')[0]).Distinct().ShouldBe(variables.Keys);
    }

    [Fact]
    public async Task GetVariablesAsync_InRepair_TellsWhatWasWrong()
    {
        await using var scene = await TitleScene.CreateAsync();
        await scene.StoreAsync((1, "一把刀"));

        var previous = Group(await scene.Kind.GetVariablesAsync("a", default), "previous");

        previous["sentence"].ShouldBe("一把刀");
        var violations = ((IEnumerable<IReadOnlyDictionary<string, object?>>)previous["violations"]!).ToList();
        violations.ShouldContain(v => (string)v["name"]! == TitleViolations.NoOpening && ((string)v["zh"]!).Contains("这个商品是"));
    }

    [Fact]
    public async Task GetVariablesAsync_UnknownProduct_SaysSo()
    {
        await using var scene = await TitleScene.CreateAsync();

        (await Should.ThrowAsync<ArgumentException>(() => scene.Kind.GetVariablesAsync("zz", default))).Message.ShouldContain("'zz'");
    }

    [Theory]
    [InlineData("这个商品是山禾菜刀", ItemOutcome.Succeeded)]
    [InlineData("一把山禾菜刀", ItemOutcome.Invalid)]
    [InlineData("", ItemOutcome.NoAnswer)]
    public async Task ReadAsync_Answer_SaysItsOutcome(string answer, ItemOutcome expected)
    {
        await using var scene = await TitleScene.CreateAsync();

        var read = await scene.Kind.ReadAsync(new RunSubject("a", TitleScene.KnifeTitle), answer, default);

        read.Outcome.ShouldBe(expected);
        read.Violations.Count.ShouldBe(expected == ItemOutcome.Succeeded ? 0 : 1);
    }

    private static IReadOnlyDictionary<string, object?> Group(IReadOnlyDictionary<string, object?> variables, string name) =>
        (IReadOnlyDictionary<string, object?>)variables[name]!;
}
