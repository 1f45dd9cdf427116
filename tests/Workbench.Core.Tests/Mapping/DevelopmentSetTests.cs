using LlmRec.Workbench.Catalog;
using LlmRec.Workbench.Mapping;
using static LlmRec.Workbench.Tests.Mappings.MappingTrees;

namespace LlmRec.Workbench.Tests.Mappings;

/// <summary>Holds what was reached on names that other people mapped to Google's taxonomy; the figures are in docs/decisions/mapping.md.</summary>
public sealed class DevelopmentSetTests
{
    [Theory]
    [InlineData("zh", "zh-CN", 0.59, 0.765, 0.28, 0.94)]
    [InlineData("en", "en-US", 0.78, 0.86, 0.55, 0.985)]
    public void Map_DevelopmentSet_ReachesItsFloors(string language, string culture, double at1, double at5, double auto, double autoPrecision)
    {
        var index = new MappingIndex(ReadTaxonomy(SharedData.Find($"taxonomy/google.{culture}.txt")), []);
        var rows = File.ReadLines(SharedData.Find($"mapping/dev.{language}.tsv")).Skip(1).Select(l => l.Split('\t')).ToList();

        var results = rows.AsParallel().AsOrdered().Select(row => (Gold: row[1].Split('|'), Result: index.Map(row[0], MappingOptions.Default, [], 5))).ToList();

        bool Hit((string[] Gold, MappingResult Result) r, int top) => r.Result.Candidates.Take(top).Any(c => r.Gold.Contains(c.CategoryId));
        var mapped = results.Where(r => r.Result.Outcome == MappingOutcome.Mapped).ToList();
        results.ShouldSatisfyAllConditions(
            () => (results.Count(r => Hit(r, 1)) / (double)rows.Count).ShouldBeGreaterThan(at1),
            () => (results.Count(r => Hit(r, 5)) / (double)rows.Count).ShouldBeGreaterThan(at5),
            () => (mapped.Count / (double)rows.Count).ShouldBeGreaterThan(auto),
            () => (mapped.Count(r => Hit(r, 1)) / (double)mapped.Count).ShouldBeGreaterThan(autoPrecision));
    }

    private static List<Category> ReadTaxonomy(string file)
    {
        var lines = File.ReadLines(file).Where(line => line[0] != '#').Select(line => line.Split(" - ", 2)).ToList();
        var idsByPath = lines.DistinctBy(line => line[1]).ToDictionary(line => line[1], line => line[0]);
        return [.. Tree([.. lines.Select(line => line[1])]).Zip(lines, (category, line) => new Category
        {
            Id = line[0], Name = category.Name, Path = category.Path, IsLeaf = category.IsLeaf, Position = category.Position,
            ParentId = idsByPath.GetValueOrDefault(category.ParentId ?? ""),
        })];
    }
}
