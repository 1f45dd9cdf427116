using LlmRec.Workbench.Behavior;
using LlmRec.Workbench.Catalog;
using LlmRec.Workbench.Complements;
using LlmRec.Workbench.Mapping;
using LlmRec.Workbench.Prompts;
using LlmRec.Workbench.Runs;
using Microsoft.EntityFrameworkCore;
using static LlmRec.Workbench.Tests.Mappings.MappingTrees;

namespace LlmRec.Workbench.Tests.Complements;

public sealed class ComplementRunKindTests
{
    [Fact]
    public async Task GetSubjectsAsync_Scope_GivesItsLeavesInTreeOrder()
    {
        await using var database = await CreateAsync();
        var sut = CreateSut(database);

        (await sut.GetSubjectsAsync("all", null, default)).Select(s => s.Id).ShouldBe(["服饰 > 帽子", "服饰 > 手套", "围巾"]);
        (await sut.GetSubjectsAsync("服饰", 1, default)).ShouldHaveSingleItem().Name.ShouldBe("服饰 > 帽子");
    }

    [Fact]
    public async Task GetVariablesAsync_Category_HoldsEveryNamedVariable()
    {
        await using var database = await CreateAsync();
        await database.AddAsync([.. Enumerable.Range(0, 7).Select(i => new Item { Id = $"{i}", CategoryId = "服饰 > 帽子", Title = $"帽 {i}", Attributes = "{}" })]);

        var variables = await CreateSut(database).GetVariablesAsync("服饰 > 帽子", default);

        var category = variables["category"].ShouldBeAssignableTo<IReadOnlyDictionary<string, object?>>()!;
        category["parent"].ShouldBe("服饰");
        category["path"].ShouldBe("服饰 > 帽子");
        variables["siblings"].ShouldBe(new List<string> { "手套" });
        ((List<string>)variables["examples"]!).Count.ShouldBe(5);
    }

    [Theory]
    [InlineData("'''手套，围巾'''", ItemOutcome.Succeeded)]
    [InlineData("", ItemOutcome.NoAnswer)]
    public async Task ReadAsync_Answer_SaysItsOutcome(string answer, ItemOutcome expected)
    {
        await using var database = await CreateAsync();

        (await CreateSut(database).ReadAsync(new RunSubject("服饰 > 帽子", "服饰 > 帽子"), answer, default)).Outcome.ShouldBe(expected);
    }

    [Fact]
    public async Task StoreAsync_TwiceAcrossTransactions_StoresOnce()
    {
        await using var database = await CreateAsync();
        await StoreAsync(database, "'''手套，围巾'''", 1);

        await StoreAsync(database, "'''手套，围巾'''", 1);

        await using var db = database.Open();
        (await db.Mentions.CountAsync()).ShouldBe(2);
        (await db.Pairs.ToListAsync()).ShouldAllBe(p => p.Support == 1 && p.Outcome == MappingOutcome.Mapped && p.BestTargetId != null);
    }

    [Fact]
    public async Task StoreAsync_RetriedItem_ReplacesItsEarlierMentions()
    {
        await using var database = await CreateAsync();
        await StoreAsync(database, "'''手套，围巾'''", 1);

        await StoreAsync(database, "'''围巾'''", 1);

        await using var db = database.Open();
        (await db.Mentions.SingleAsync()).Text.ShouldBe("围巾");
        (await db.Pairs.SingleAsync(p => p.Text == "手套")).Support.ShouldBe(0);
    }

    [Fact]
    public async Task StoreAsync_TwoItemsInOneTransaction_ShareMappingsAndPairs()
    {
        await using var database = await CreateAsync();

        await StoreAsync(database, "'''手套，围巾'''", 1, 2);

        await using var db = database.Open();
        (await db.Mappings.CountAsync()).ShouldBe(2);
        (await db.Mentions.CountAsync()).ShouldBe(4);
        (await db.Pairs.Select(p => p.Support).ToListAsync()).ShouldBe([1, 1, 1, 1]);
    }

    [Fact]
    public async Task StoreAsync_SecondRun_AddsSupport()
    {
        await using var database = await CreateAsync();
        await StoreAsync(database, "'''围巾'''", 1);

        await StoreAsync(database, "'''围 巾'''", 3);

        await using var db = database.Open();
        (await db.Pairs.SingleAsync()).Support.ShouldBe(2);
    }

    private static IRunKind CreateSut(TestDatabase database) => (IRunKind)database.Services.GetService(typeof(IRunKind))!;

    private static async Task StoreAsync(TestDatabase database, string answer, params long[] itemIds)
    {
        var sut = CreateSut(database);
        await using var db = database.Open();
        foreach (var id in itemIds)
        {
            var item = await db.RunItems.SingleAsync(i => i.Id == id);
            await sut.StoreAsync(db, item, await sut.ReadAsync(new RunSubject(item.SubjectId, item.SubjectName), answer, default));
            item.FinishedAt = DateTimeOffset.UnixEpoch;
        }

        await db.SaveChangesAsync();
    }

    private static async Task<TestDatabase> CreateAsync()
    {
        var database = await TestDatabase.CreateAsync(services => services.AddBehavior().AddMapping().AddComplements());
        await database.AddAsync([.. Tree("服饰", "服饰 > 帽子", "服饰 > 手套", "围巾")]);
        await database.AddAsync(new Prompt { Id = 1, Name = "p", Kind = "complements", Language = "zh" });
        await database.AddAsync(new PromptVersion { Id = 1, PromptId = 1, Number = 1, Text = "t", Author = "t" });
        await database.AddAsync(Run(1), Run(2));
        await database.AddAsync(Item(1, 1, "服饰 > 帽子"), Item(2, 1, "服饰"), Item(3, 2, "服饰 > 帽子"));
        return database;
    }

    private static Run Run(int id) => new()
    {
        Id = id, Kind = "complements", PromptVersionId = 1, PromptName = "p", ModelProfile = "m", Model = "m", Scope = "all", CreatedBy = "t",
    };

    private static RunItem Item(long id, int runId, string subject) => new() { Id = id, RunId = runId, Position = (int)id, SubjectId = subject, SubjectName = subject };
}
