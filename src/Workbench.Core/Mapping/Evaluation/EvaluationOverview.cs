using LlmRec.Workbench.Catalog;
using LlmRec.Workbench.Embeddings;

namespace LlmRec.Workbench.Mapping.Evaluation;

/// <summary>All that can be measured with, and all that has been measured.</summary>
/// <param name="JudgedNames">Names that this site's own judgments give.</param>
/// <param name="Settings">What can be measured.</param>
/// <param name="EmbeddingProfiles">Names of the embedding generators.</param>
public sealed record EvaluationOverview(
    IReadOnlyList<GoldSetSummary> Sets, int JudgedNames, IReadOnlyList<EvaluationSummary> Evaluations, IReadOnlyList<MappingSpec> Settings,
    IReadOnlyList<string> EmbeddingProfiles, int Categories)
{
    /// <summary>There is something to measure with.</summary>
    public bool HasGold => Sets.Count > 0 || JudgedNames > 0;
}

/// <summary>Reads the overview.</summary>
public sealed class EvaluationOverviews(GoldSets sets, JudgedGold judged, MappingEvaluations evaluations, MappingSpecReader specs, EvaluationOverviews.Surroundings around)
{
    public async Task<EvaluationOverview> ReadAsync(CancellationToken cancellationToken = default) => new(
        await sets.ListAsync(cancellationToken), (await judged.ReadAsync(cancellationToken)).Names.Count, await evaluations.ListAsync(cancellationToken),
        await specs.KnownAsync(cancellationToken), [.. around.Profiles.All.Select(p => p.Name)], (await around.Catalog.GetTreeAsync(cancellationToken)).All.Count);

    /// <summary>What the mapping stands on.</summary>
    public sealed record Surroundings(CatalogService Catalog, EmbeddingProfiles Profiles);
}
