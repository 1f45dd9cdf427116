using LlmRec.Workbench.Behavior;
using LlmRec.Workbench.Catalog;
using LlmRec.Workbench.Complements;
using LlmRec.Workbench.Embeddings;
using LlmRec.Workbench.Mapping;
using LlmRec.Workbench.Mapping.Choices;
using LlmRec.Workbench.Models;
using LlmRec.Workbench.Perplexity;
using LlmRec.Workbench.Overview;
using LlmRec.Workbench.Prompts;
using LlmRec.Workbench.Releases;
using LlmRec.Workbench.Review;
using LlmRec.Workbench.Runs;
using LlmRec.Workbench.Titles;
using LlmRec.Workbench.Titles.Baseline;
using LlmRec.Workbench.Titles.Comparison;
using LlmRec.Workbench.Storage;

namespace LlmRec.Workbench.Web.Hosting;

internal static class WorkbenchServices
{
    /// <summary>Everything but screens: what the web app and every command share.</summary>
    public static IServiceCollection AddWorkbenchCore(this IServiceCollection services) => services
        .AddStorage()
        .AddCatalog()
        .AddBehavior()
        .AddPrompts()
        .AddModels()
        .AddRuns()
        .AddComplements()
        .AddTitleBaseline()
        .AddTitles()
        .AddTitleComparison()
        .AddMapping()
        .AddChoices()
        .AddReview()
        .AddEmbeddings()
        .AddReleases()
        .AddPerplexity()
        .AddOverview();
}
