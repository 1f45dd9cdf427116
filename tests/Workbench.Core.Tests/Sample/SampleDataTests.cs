using System.Text.Json;
using System.Text.RegularExpressions;
using LlmRec.Workbench.Catalog;
using LlmRec.Workbench.Catalog.Importing;
using LlmRec.Workbench.Sample;
using LlmRec.Workbench.Tests.Catalog;
using Microsoft.EntityFrameworkCore;

namespace LlmRec.Workbench.Tests.Sample;

/// <summary>What the sample promises, checked through the same code that reads it at the first start.</summary>
public sealed partial class SampleDataTests : IAsyncLifetime
{
    private TestDatabase _database = null!;
    private CategoryTree _tree = null!;

    public async ValueTask InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync(sample: true);
        _tree = await _database.Get<CatalogService>().GetTreeAsync();
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public void Tree_FirstLevelAndLeaves_AreEnough()
    {
        _tree.Children(null).Count.ShouldBeGreaterThanOrEqualTo(25);
        _tree.Leaves(null).Count.ShouldBeGreaterThanOrEqualTo(450);
        _tree.Leaves(null).Select(c => c.Path).ShouldBeUnique();
    }

    [Fact]
    public void Complements_EveryLeaf_HasAnAnswerOfEightToTwelveNames()
    {
        var answers = Knowledge("knowledge.complements.jsonl");

        answers.Keys.ShouldBe(_tree.Leaves(null).Select(c => c.Path), ignoreOrder: true);
        var regular = answers.Values.Select(a => Quoted().Match(a)).Where(m => m.Success).Select(m => m.Groups[1].Value.Split('，', ',', '、')).ToList();
        regular.ShouldAllBe(names => names.Length >= 8 && names.Length <= 12);
        regular.Count.ShouldBeGreaterThan(answers.Count * 9 / 10);
    }

    [Fact]
    public async Task Titles_EveryItem_HasAShortNormalisedAnswer()
    {
        var answers = Knowledge("knowledge.titles.jsonl");
        await using var db = _database.Open();
        var items = await db.Items.ToListAsync();

        items.Count.ShouldBeGreaterThanOrEqualTo(240);
        items.Select(i => i.Title).ShouldBe(answers.Keys, ignoreOrder: true);
        items.ShouldAllBe(i => i.Attributes.Length > 2 && _tree.Find(i.CategoryId!)!.IsLeaf);
        answers.Values.ShouldAllBe(a => a.StartsWith("这个商品是", StringComparison.Ordinal) && a.Length <= 40);
    }

    [Fact]
    public async Task Clicks_Rows_AreManyLongTailedAndAmbiguous()
    {
        await using var db = _database.Open();
        var clicks = await db.QueryClicks.ToListAsync();

        clicks.Count.ShouldBeGreaterThanOrEqualTo(3000);
        clicks.ShouldAllBe(c => c.Clicks > 0 && _tree.Find(c.CategoryId) != null);
        clicks.GroupBy(c => c.Query).Count(g => g.Count() > 1).ShouldBeGreaterThan(100);
        var byClicks = clicks.Select(c => c.Clicks).OrderDescending().ToList();
        byClicks.Take(byClicks.Count / 10).Sum().ShouldBeGreaterThan(byClicks.Sum() / 2);
    }

    [Theory]
    [InlineData(SampleData.Categories, ImportKinds.Categories)]
    [InlineData(SampleData.Items, ImportKinds.Items)]
    [InlineData(SampleData.QueryClicks, ImportKinds.QueryClicks)]
    public async Task ImportAsync_SampleFile_IsWhatTheSeedStored(string file, string kind)
    {
        var path = Path.Combine(_database.Folder, file);
        await using (var copy = File.Create(path))
        {
            await SampleData.Open(file).CopyToAsync(copy);
        }

        var report = await _database.Get<CatalogImporter>().ImportAsync(ImportFixture.Admin, new ImportRequest(kind, path, file));

        report.Rejections.Listed.ShouldBeEmpty();
        Enum.GetValues<ChangeKind>().Sum(report.Changes.Count).ShouldBe(0);
    }

    private static Dictionary<string, string> Knowledge(string file)
    {
        using var reader = new StreamReader(SampleData.Open(file));
        var lines = reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return lines.Select(l => JsonSerializer.Deserialize<Dictionary<string, string>>(l)!).ToDictionary(l => l["subject"], l => l["answer"]);
    }

    [GeneratedRegex("'''(.+?)'''")]
    private static partial Regex Quoted();
}
