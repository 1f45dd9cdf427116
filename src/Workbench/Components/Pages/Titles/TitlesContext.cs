using LlmRec.Workbench.Catalog;
using LlmRec.Workbench.Perplexity;
using LlmRec.Workbench.Runs;
using LlmRec.Workbench.Titles.Comparison;

namespace LlmRec.Workbench.Web.Components.Pages.Titles;

/// <summary>What the choices of a comparison page are made of.</summary>
public sealed record TitlesContext(TitleTotals Totals, IReadOnlyList<Run> Runs, CategoryTree Tree, IReadOnlyList<ScorerInfo> Scorers)
{
    /// <summary>Prompt versions that have answers, as arms, the newest first.</summary>
    public IReadOnlyList<TitleArm> Versions { get; } =
        [.. Runs.OrderByDescending(r => r.PromptVersionId).Select(r => new TitleArm { Prompt = r.PromptName, Version = r.PromptVersionNumber }).Distinct()];

    public IReadOnlyList<TitleArm> Models { get; } = [.. Runs.Select(r => new TitleArm { Model = r.Model }).Distinct()];

    /// <summary>Prompt version and model together, where a version has been asked of several models.</summary>
    public IReadOnlyList<TitleArm> VersionsOfModels { get; } =
        [.. Runs.GroupBy(r => r.PromptVersionId).Where(same => same.Select(r => r.Model).Distinct().Count() > 1)
            .SelectMany(same => same.Select(r => new TitleArm { Prompt = r.PromptName, Version = r.PromptVersionNumber, Model = r.Model }).Distinct())];

    public static async Task<TitlesContext> LoadAsync(
        TitleComparison comparison, CatalogService catalog, PerplexityScorers scorers, CancellationToken cancellationToken) => new(
        await comparison.CountAsync(cancellationToken), await comparison.GetRunsAsync(cancellationToken), await catalog.GetTreeAsync(cancellationToken), scorers.All);
}
