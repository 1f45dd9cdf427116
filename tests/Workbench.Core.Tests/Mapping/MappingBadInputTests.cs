using LlmRec.Workbench.Behavior;
using LlmRec.Workbench.Catalog;
using LlmRec.Workbench.Mapping;
using Microsoft.EntityFrameworkCore;
using static LlmRec.Workbench.Tests.Mappings.MappingTrees;

namespace LlmRec.Workbench.Tests.Mappings;

/// <summary>What people and models write that is no name, and trees that are no trees to speak of, through the database.</summary>
public sealed class MappingBadInputTests
{
    private static readonly string[] NoNames =
    [
        "", "   ", "!!!", "。。？", "قفازات", "ถุงมือ", "장갑", "🧤🧤", "\0\u0001\u0007", "\ud83e", "\udde4\udde4", "\u202e\u200b", new string('x', 5_000), new string('(', 5_000),
        string.Concat(Enumerable.Repeat("e\u0301", 2_500)), string.Concat(Enumerable.Repeat("a,", 2_500)), "NULL", "'; DROP TABLE Mappings; --", "{{ text }}",
    ];

    [Fact]
    public async Task MapAsync_TextsThatNameNothing_HaveNoCategoryAndNoError()
    {
        await using var database = await CreateAsync("手套", "Gloves");

        var results = await database.Get<CategoryMapper>().MapAsync(NoNames, 3);

        results.Select(r => r.Text).ShouldBe(NoNames);
        results.ShouldAllBe(r => r.Outcome == MappingOutcome.NoCategory && r.Error == null);
    }

    [Fact]
    public async Task MapAsync_NameAmongRubbish_IsFound()
    {
        await using var database = await CreateAsync("帽子", "手套", "Gloves");

        var results = await database.Get<CategoryMapper>().MapAsync(
            ["\u0001手\u0002套\0", "\ud83e手套", "\ufeff手套\u200b", "【手套】", "🧤手套！！！", "ＧＬＯＶＥＳ"], 1);

        results.Select(r => r.Candidates.Single().CategoryId).ShouldBe(["手套", "手套", "手套", "手套", "手套", "Gloves"]);
    }

    [Fact]
    public async Task MapAsync_NameAfterHundredsOfSpaces_IsMappedAsTheNameItself()
    {
        await using var database = await CreateAsync("帽子", "手套");

        var results = await database.Get<CategoryMapper>().MapAsync(["手套", new string(' ', 300) + "手套", new string('\n', 700) + "手套"], 2);

        results.Select(r => r.Outcome).Distinct().ShouldHaveSingleItem();
        results.ShouldAllBe(r => r.Candidates.SequenceEqual(results[0].Candidates));
    }

    [Theory]
    [InlineData("手套")]
    [InlineData("手套/帽子，")]
    [InlineData("手套（大号）")]
    public async Task MapAsync_NameRepeatedOverThousandsOfCharacters_IsFoundAndKeptInFull(string name)
    {
        await using var database = await CreateAsync("手套", "帽子", "围巾");
        var text = string.Concat(Enumerable.Repeat(name, 5_000 / name.Length));

        var result = (await database.Get<CategoryMapper>().MapAsync([text], 2))[0];

        result.Text.Length.ShouldBe(text.Length);
        result.Candidates.Select(c => c.CategoryId).ShouldContain("手套");
    }

    [Fact]
    public async Task MapAsync_AThousandCategoriesOfOneName_IsAmbiguousInTreeOrder()
    {
        await using var database = await CreateAsync([.. Enumerable.Range(0, 1_000).SelectMany(i => (string[])[$"门类{i}", $"门类{i} > 手套"])]);

        var result = (await database.Get<CategoryMapper>().MapAsync(["手套"], 3))[0];

        result.Outcome.ShouldBe(MappingOutcome.Ambiguous);
        result.Candidates.Select(c => c.CategoryId).ShouldBe(["门类0 > 手套", "门类1 > 手套", "门类2 > 手套"]);
        result.Candidates.ShouldAllBe(c => !c.Accepted);
    }

    [Fact]
    public async Task MapAsync_ChainOfOneChildEach_FindsTheNamedLink()
    {
        var links = Enumerable.Range(1, 50).Select(depth => string.Join(Category.PathSeparator, Enumerable.Range(1, depth).Select(i => $"层{i}手套"))).ToArray();
        await using var database = await CreateAsync(links);

        var results = await database.Get<CategoryMapper>().MapAsync(["层37手套", "层50手套"], 1);

        results.Select(r => r.Candidates[0].CategoryId).ShouldBe([links[36], links[49]]);
    }

    [Fact]
    public async Task MapAsync_TreeOfTwentyThousandNames_FindsEveryName()
    {
        var names = (from colour in Enumerable.Range(0, 20) from size in Enumerable.Range(0, 50) from thing in Enumerable.Range(0, 20)
                     select $"{Letter(colour)}色{Letter(size + 20)}号{Letter(thing + 70)}").ToArray();
        await using var database = await CreateAsync(names);

        var asked = names.Where((_, i) => i % 40 == 0).ToList();
        var results = await database.Get<CategoryMapper>().MapAsync(asked, 1);

        results.Select(r => r.Candidates[0].CategoryId).ShouldBe(asked);
    }

    [Fact]
    public async Task RemapAllAsync_StoredTextsThatNameNothing_KeepOneRowForEachKey()
    {
        await using var database = await CreateAsync("手套");
        await StoreAsync(database, NoNames);
        await StoreAsync(database, [.. NoNames.Reverse()]);
        var keys = NoNames.Select(TextKey.Normalize).Distinct().Order(StringComparer.Ordinal).ToList();

        (await database.Get<MappingRefresher>().RemapAllAsync()).ShouldBe(keys.Count);

        await using var db = database.Open();
        var stored = await db.Mappings.ToListAsync();
        stored.Select(m => m.Key).Order(StringComparer.Ordinal).ShouldBe(keys);
        stored.ShouldAllBe(m => m.Outcome == MappingOutcome.NoCategory);
    }

    [Fact]
    public async Task GetOrAddAsync_EqualTextsInAnyOrder_StoreTheSame()
    {
        await using var first = await CreateAsync("手套", "大号");
        await using var second = await CreateAsync("手套", "大号");
        await StoreAsync(first, "手套（大号）", "手套大号");
        await StoreAsync(second, "手套大号", "手套（大号）");

        (await ReadAsync(first)).ShouldBe(await ReadAsync(second));
    }

    private static char Letter(int number) => (char)('\u4e00' + (number * 7));

    private static async Task<TestDatabase> CreateAsync(params string[] categories)
    {
        var database = await TestDatabase.CreateAsync(services => services.AddBehavior().AddMapping());
        await database.AddAsync([.. Tree(categories)]);
        return database;
    }

    private static async Task StoreAsync(TestDatabase database, params string[] texts)
    {
        await using var db = database.Open();
        await database.Get<MappingStore>().GetOrAddAsync(db, await database.Get<CategoryMapper>().MapAsync(texts, 3));
        await db.SaveChangesAsync();
    }

    private static async Task<string> ReadAsync(TestDatabase database)
    {
        await using var db = database.Open();
        var mapping = await db.Mappings.Include(m => m.Candidates).SingleAsync();
        return mapping.Text + string.Concat(mapping.Candidates.OrderBy(c => c.Rank).Select(c => $"|{c.CategoryId} {c.Score:R}"));
    }
}
