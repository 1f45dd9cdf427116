using System.Globalization;
using System.Text.Json;
using LlmRec.Workbench.Behavior;
using LlmRec.Workbench.Catalog;
using LlmRec.Workbench.Catalog.Importing;
using LlmRec.Workbench.Storage;
using Microsoft.EntityFrameworkCore;

namespace LlmRec.Workbench.Sample;

/// <summary>Fills an empty database with the bundled catalog: tree, products and invented query clicks.</summary>
public sealed class SampleCatalog(IDbContextFactory<WorkbenchDbContext> contexts, TimeProvider time)
{
    /// <summary>The bundled catalog's name.</summary>
    public const string Name = "示例商城";

    /// <summary>Adds the sample unless there is any category already; returns whether it did.</summary>
    public async Task<bool> SeedIfEmptyAsync(CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await db.Categories.AnyAsync(cancellationToken))
        {
            return false;
        }

        db.ChangeTracker.AutoDetectChangesEnabled = false;
        var categories = ReadCategories();
        db.AddRange(categories);
        var clicks = ReadClicks().ToList();
        var items = ReadItems().ToList();
        db.AddRange(clicks);
        db.AddRange(items);
        db.AddRange(
            Record(ImportKinds.Categories, SampleData.Categories, categories.Count), Record(ImportKinds.Items, SampleData.Items, items.Count),
            Record(ImportKinds.QueryClicks, SampleData.QueryClicks, clicks.Count));
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    private CatalogImport Record(string kind, string file, int count) => new()
    {
        Kind = kind, FileName = file, CatalogName = Name, Format = "Sample", Total = count, Added = count, By = "sample", At = time.GetUtcNow(),
    };

    private static List<Category> ReadCategories()
    {
        var categories = new Dictionary<string, Category>();
        foreach (var row in Rows(SampleData.Categories))
        {
            var parent = row[1].Length == 0 ? null : categories[row[1]];
            if (parent is not null)
            {
                parent.IsLeaf = false;
            }

            categories.Add(row[0], new Category
            {
                Id = row[0], ParentId = parent?.Id, Name = row[2], IsLeaf = true, Position = categories.Count, Depth = (parent?.Depth ?? 0) + 1,
                Path = parent is null ? row[2] : parent.Path + Category.PathSeparator + row[2],
            });
        }

        return [.. categories.Values];
    }

    private static IEnumerable<QueryClick> ReadClicks() => Rows(SampleData.QueryClicks)
        .Select(row => new QueryClick { Query = row[0], CategoryId = row[1], Clicks = long.Parse(row[2], CultureInfo.InvariantCulture) });

    private static IEnumerable<string[]> Rows(string fileName)
    {
        using var reader = new StreamReader(SampleData.Open(fileName));
        reader.ReadLine();
        while (reader.ReadLine() is { } line)
        {
            yield return line.Split('\t');
        }
    }

    private static IEnumerable<Item> ReadItems()
    {
        using var reader = new StreamReader(SampleData.Open(SampleData.Items));
        while (reader.ReadLine() is { } line)
        {
            using var json = JsonDocument.Parse(line);
            var root = json.RootElement;
            yield return new Item
            {
                Id = root.GetProperty("id").GetString()!, CategoryId = root.GetProperty("category_id").GetString()!,
                Title = root.GetProperty("title").GetString()!, Attributes = ItemRows.Compact(root.GetProperty("attributes").GetRawText())!,
            };
        }
    }
}
