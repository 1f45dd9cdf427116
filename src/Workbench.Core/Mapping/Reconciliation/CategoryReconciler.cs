using LlmRec.Workbench.Catalog;

namespace LlmRec.Workbench.Mapping.Reconciliation;

/// <summary>Answers reconciliation queries with the site's categories: the mapping of the name, narrowed by types and properties.</summary>
public sealed class CategoryReconciler(CatalogService catalog, CategoryMapper mapper)
{
    // Enough that a category in the wanted part of the tree is still among them.
    private const int BeforeNarrowing = 200;

    /// <summary>One result per query, in their order.</summary>
    public async Task<IReadOnlyList<ReconciliationResult>> ReconcileAsync(IReadOnlyList<ReconciliationQuery> queries, CancellationToken cancellationToken = default)
    {
        var tree = await catalog.GetTreeAsync(cancellationToken);
        var asked = queries.Select(query => new Asked(query, new Narrowing(tree, query))).ToList();
        var mappings = await MapAsync(asked, cancellationToken);
        return [.. asked.Select(a => tree.All.Count == 0 ? new ReconciliationResult(Failed: true, []) : a.Query.Text is null ? ByProperties(tree, a) : Narrow(tree, a, mappings[a]))];
    }

    private async Task<Dictionary<Asked, MappingResult>> MapAsync(List<Asked> asked, CancellationToken cancellationToken)
    {
        var mappings = new Dictionary<Asked, MappingResult>(ReferenceEqualityComparer.Instance);
        foreach (var alike in asked.Where(a => a.Query.Text is not null).GroupBy(a => a.Narrowing.IsNone ? a.Query.Limit : BeforeNarrowing))
        {
            var results = await mapper.MapAsync([.. alike.Select(a => a.Query.Text!)], alike.Key, cancellationToken);
            foreach (var (one, result) in alike.Zip(results))
            {
                mappings[one] = result;
            }
        }

        return mappings;
    }

    private static ReconciliationResult Narrow(CategoryTree tree, Asked asked, MappingResult mapping)
    {
        if (mapping.Outcome is MappingOutcome.Failed or MappingOutcome.NoCategory)
        {
            return new(mapping.Outcome == MappingOutcome.Failed, []);
        }

        var allowed = mapping.Candidates.Select(c => (Scored: c, Category: tree.Find(c.CategoryId)))
            .Where(c => c.Category is { RetiredAt: null } && asked.Narrowing.Allows(c.Category)).ToList();
        var agreeing = allowed.Where(c => asked.Narrowing.Agrees(c.Category!)).ToList();
        return new(Failed: false, [.. (agreeing.Count > 0 ? agreeing : allowed).Take(asked.Query.Limit)
            .Select(c => asked.Candidate(c.Category!, c.Scored.Score, c.Scored.Accepted && agreeing.Count > 0, c.Scored.Evidence))]);
    }

    private static ReconciliationResult ByProperties(CategoryTree tree, Asked asked)
    {
        var found = asked.Narrowing.HasProperties ? tree.All.Where(asked.Narrowing.Agrees).ToList() : [];
        return new(Failed: false, [.. found.Take(asked.Query.Limit).Select(c => asked.Candidate(c, 1.0 / found.Count, found.Count == 1, evidence: null))]);
    }

    private sealed record Asked(ReconciliationQuery Query, Narrowing Narrowing)
    {
        public ReconciledCategory Candidate(Category category, double probability, bool match, CandidateEvidence? evidence) => new(
            category, probability, match, evidence,
            Query.Types.Count > 0 ? Narrowing.HasTypes(category) : null,
            Narrowing.HasProperties ? Narrowing.PropertyShare(category) : null);
    }
}
