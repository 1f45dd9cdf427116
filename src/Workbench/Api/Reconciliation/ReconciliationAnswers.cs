using LlmRec.Workbench.Catalog;
using LlmRec.Workbench.Mapping;
using LlmRec.Workbench.Mapping.Reconciliation;

namespace LlmRec.Workbench.Web.Api.Reconciliation;

/// <summary>Answers batches of queries and of extensions in the words of the specification.</summary>
internal sealed class ReconciliationAnswers(CatalogService catalog, CategoryReconciler reconciler, CategoryDetails details, ReconciliationWords words)
{
    /// <summary>
    /// The results by the queries' keys. A query whose mapping failed has none: version 0.2 knows no error in place of a result, and an empty list would say "nothing found".
    /// </summary>
    public async Task<Dictionary<string, ResultResource>> ReconcileAsync(IReadOnlyDictionary<string, ReconciliationQuery> queries, CancellationToken cancellationToken)
    {
        var results = await reconciler.ReconcileAsync([.. queries.Values], cancellationToken);
        var tree = await catalog.GetTreeAsync(cancellationToken);
        return queries.Keys.Zip(results).Where(r => !r.Second.Failed)
            .ToDictionary(r => r.First, r => new ResultResource([.. r.Second.Candidates.Select(candidate => Candidate(tree, candidate))]));
    }

    public async Task<ExtensionResource> ExtendAsync(ExtensionQuery query, CancellationToken cancellationToken)
    {
        var tree = await catalog.GetTreeAsync(cancellationToken);
        var rows = await details.ExtendAsync(query.Ids, query.Properties, cancellationToken);
        return new ExtensionResource(
            [.. query.Properties.Select(p => p.Id).Distinct().Select(id => Column(tree, id))],
            rows.ToDictionary(row => row.Key, row => row.Value.ToDictionary(
                p => p.Key, IReadOnlyList<ExtensionValueResource> (p) => [.. p.Value.Select(v => new ExtensionValueResource(v.Text, v.Number, v.Reference?.Id, v.Reference?.Name))])));
    }

    private ExtensionColumnResource Column(CategoryTree tree, string id) =>
        new(id, words.Property(id).Name, CategoryProperties.References.Contains(id) ? words.Type(tree, CategoryTypes.Category) : null);

    private CandidateResource Candidate(CategoryTree tree, ReconciledCategory candidate) => new(
        candidate.Category.Id, candidate.Category.Name, candidate.Category.Path, words.TypesOf(tree, candidate.Category),
        Math.Round(100 * candidate.Probability, 2), candidate.Match, [.. Features(candidate)]);

    private static IEnumerable<FeatureResource> Features(ReconciledCategory candidate)
    {
        yield return new("probability", Math.Round(candidate.Probability, 4));
        foreach (var kind in candidate.Evidence is null ? [] : Enum.GetValues<EvidenceKind>())
        {
            yield return new(kind.ToString().ToLowerInvariant(), Math.Round(candidate.Evidence![kind], 4));
        }

        if (candidate.TypeMatch is { } type)
        {
            yield return new("type_match", type);
        }

        if (candidate.PropertyMatch is { } share)
        {
            yield return new("property_match", Math.Round(share, 4));
        }
    }
}
