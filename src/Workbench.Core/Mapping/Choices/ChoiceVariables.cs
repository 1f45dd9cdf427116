using LlmRec.Workbench.Catalog;
using LlmRec.Workbench.Storage;
using Microsoft.EntityFrameworkCore;

namespace LlmRec.Workbench.Mapping.Choices;

/// <summary>What a prompt of kind choices sees of a text: what it says, for which categories it was named, and the candidates with examples of their products.</summary>
public sealed class ChoiceVariables(IDbContextFactory<WorkbenchDbContext> contexts, CatalogService catalog)
{
    private const int SourceCount = 5;
    private const int ExampleCount = 3;

    public static IReadOnlyList<string> Names { get; } = ["text", "sources", "candidates"];

    /// <summary>Throws for a text or candidates that are no longer there.</summary>
    internal async Task<IReadOnlyDictionary<string, object?>> GetAsync(ChoiceSubject subject, CancellationToken cancellationToken)
    {
        var tree = await catalog.GetTreeAsync(cancellationToken);
        var options = Options(subject, tree);
        if (options.Count == 0)
        {
            throw new ArgumentException("None of the categories that were to be offered is in the catalog any more. Start a new run: it offers the candidates of today.");
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var text = await db.Mappings.Where(m => m.Id == subject.MappingId).Select(m => m.Text).SingleOrDefaultAsync(cancellationToken)
            ?? throw new ArgumentException($"There is no text {subject.MappingId} any more.");
        var sources = await db.Pairs.Where(p => p.MappingId == subject.MappingId).OrderByDescending(p => p.Support).ThenBy(p => p.Id)
            .Take(SourceCount).Select(p => p.SourceId).ToListAsync(cancellationToken);
        var candidates = new List<Dictionary<string, object?>>();
        foreach (var option in options)
        {
            var items = await catalog.GetItemsAsync(option.Id, 0, ExampleCount, cancellationToken);
            candidates.Add(new()
            {
                ["number"] = option.Number, ["id"] = option.Id, ["name"] = option.Name, ["path"] = option.Path, ["examples"] = items.Select(i => i.Title).ToList(),
            });
        }

        return new Dictionary<string, object?>
        {
            ["text"] = text, ["sources"] = sources.Select(id => tree.Find(id)?.Path ?? id).ToList(), ["candidates"] = candidates,
        };
    }

    /// <summary>The candidates that are still in the tree, with the numbers under which they are shown.</summary>
    internal static IReadOnlyList<ChoiceOption> Options(ChoiceSubject subject, CategoryTree tree) =>
        [.. subject.Offered.Index().Where(o => tree.Find(o.Item) is not null).Select(o => new ChoiceOption(o.Index + 1, o.Item, tree.Find(o.Item)!.Name, tree.Find(o.Item)!.Path))];
}
