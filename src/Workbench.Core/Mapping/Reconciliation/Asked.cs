using LlmRec.Workbench.Catalog;
using LlmRec.Workbench.Mapping.Fusion;

namespace LlmRec.Workbench.Mapping.Reconciliation;

/// <summary>A query with the part of the tree that it leaves, and the candidates in it.</summary>
internal sealed record Asked(ReconciliationQuery Query, Narrowing Narrowing)
{
    /// <summary>
    /// The mapping's candidates. Where the query narrows, those that agree compete among themselves only; when none of them is plausible, the others are shown, without a match.
    /// </summary>
    public ReconciliationResult ByName(CategoryTree tree, MappingResult mapping, MappingOptions options)
    {
        if (mapping.Outcome is MappingOutcome.Failed or MappingOutcome.NoCategory)
        {
            return new(mapping.Outcome == MappingOutcome.Failed, []);
        }

        var found = mapping.Candidates.Select(c => new Found(c, tree.Find(c.CategoryId)!)).Where(f => f.Category is { RetiredAt: null }).ToList();
        if (Narrowing.IsNone)
        {
            return Result(found, match: true);
        }

        var agreeing = Among([.. found.Where(f => Narrowing.Agrees(f.Category))], options);
        return agreeing.Count > 0 ? Result(agreeing, match: true) : Result(Among([.. found.Where(f => Narrowing.Allows(f.Category))], options), match: false);
    }

    /// <summary>The categories that have all the properties: certain when it is one, equally likely when there are more.</summary>
    public ReconciliationResult ByProperties(CategoryTree tree)
    {
        var found = Narrowing.HasProperties ? tree.All.Where(Narrowing.Agrees).ToList() : [];
        return new(Failed: false, [.. found.Take(Query.Limit).Select(c => Candidate(c, 1.0 / found.Count, found.Count == 1, evidence: null))]);
    }

    private static List<Found> Among(List<Found> found, MappingOptions options)
    {
        var features = FusionFeatures.Of([.. found.Select(f => f.Scored.Evidence)], options.Coefficients.Standing);
        var weighed = found.Zip(features, (f, feature) => (Found: f, Score: options.Coefficients.Probability(feature)))
            .Select(w => w.Found with { Scored = w.Found.Scored with { Score = w.Score, Accepted = options.Rule.Accepts(w.Score) } })
            .OrderByDescending(f => f.Scored.Score).ToList();
        return weighed is [var best, ..] && best.Scored.Score >= options.Rule.PlausibleFrom ? weighed : [];
    }

    private ReconciliationResult Result(List<Found> found, bool match) => new(Failed: false, [.. found.Take(Query.Limit)
        .Select(f => Candidate(f.Category, f.Scored.Score, match && f.Scored.Accepted, f.Scored.Evidence))]);

    private ReconciledCategory Candidate(Category category, double probability, bool match, CandidateEvidence? evidence) => new(
        category, probability, match, evidence,
        Query.Types.Count > 0 ? Narrowing.HasTypes(category) : null,
        Narrowing.HasProperties ? Narrowing.PropertyShare(category) : null);

    private sealed record Found(ScoredCandidate Scored, Category Category);
}
