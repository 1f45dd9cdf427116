using LlmRec.Workbench.Catalog;
using LlmRec.Workbench.Mapping.Settings;

namespace LlmRec.Workbench.Mapping.Reconciliation;

/// <summary>Answers reconciliation queries with the site's categories: the mapping of the name, narrowed by types and properties.</summary>
public sealed class CategoryReconciler(CatalogService catalog, CategoryMapper mapper, CurrentMappingOptions inForce)
{
    // Enough that a category in the wanted part of the tree is still among them.
    private const int BeforeNarrowing = 200;

    /// <summary>One result per query, in their order.</summary>
    public async Task<IReadOnlyList<ReconciliationResult>> ReconcileAsync(IReadOnlyList<ReconciliationQuery> queries, CancellationToken cancellationToken = default)
    {
        var tree = await catalog.GetTreeAsync(cancellationToken);
        var options = await inForce.GetAsync(cancellationToken);
        var asked = queries.Select(query => new Asked(query, new Narrowing(tree, query))).ToList();
        var mappings = await MapAsync(asked, options, cancellationToken);
        return [.. asked.Select(a => tree.All.Count == 0 ? new ReconciliationResult(Failed: true, [])
            : a.Query.Text is null ? a.ByProperties(tree) : a.ByName(tree, mappings[a], options))];
    }

    private async Task<Dictionary<Asked, MappingResult>> MapAsync(List<Asked> asked, MappingOptions options, CancellationToken cancellationToken)
    {
        var mappings = new Dictionary<Asked, MappingResult>(ReferenceEqualityComparer.Instance);
        foreach (var alike in asked.Where(a => a.Query.Text is not null).GroupBy(a => a.Narrowing.IsNone ? a.Query.Limit : BeforeNarrowing))
        {
            var results = await mapper.MapAsync([.. alike.Select(a => a.Query.Text!)], alike.Key, options, cancellationToken);
            foreach (var (one, result) in alike.Zip(results))
            {
                mappings[one] = result;
            }
        }

        return mappings;
    }
}
