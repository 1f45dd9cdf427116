using LlmRec.Workbench.Embeddings;
using LlmRec.Workbench.Mapping.Evaluation;
using LlmRec.Workbench.Mapping.Fitting;
using LlmRec.Workbench.Mapping.Reconciliation;
using LlmRec.Workbench.Mapping.Settings;
using LlmRec.Workbench.Mapping.Sources;
using Microsoft.Extensions.DependencyInjection;

namespace LlmRec.Workbench.Mapping;

/// <summary>Registers the mapping of free text to site categories.</summary>
public static class MappingServices
{
    public static IServiceCollection AddMapping(this IServiceCollection services) =>
        services.AddGenerators().AddSingleton<CurrentMappingOptions>().AddSingleton<EmbeddingEvidence>().AddSingleton<EmbeddingEstimator>()
            .AddSingleton<CategoryMapper>().AddSingleton<MappingStore>().AddSingleton<MappingRefresher>()
            .AddSingleton<AcceptancePlanner>().AddSingleton<MappingSettingsService>().AddSingleton<MappingRulesReader>().AddSingleton<FusionFitter>().AddSingleton<ObservedPrecision>()
            .AddSingleton<CategoryReconciler>().AddSingleton<CategoryDetails>()
            .AddMappingEvaluation();
}
