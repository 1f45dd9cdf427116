using Microsoft.Extensions.DependencyInjection;

namespace LlmRec.Workbench.Mapping.Evaluation;

/// <summary>Registers the measuring of the mapping.</summary>
public static class EvaluationServices
{
    public static IServiceCollection AddMappingEvaluation(this IServiceCollection services) => services
        .AddSingleton<MappingEvaluator>().AddSingleton<MappingSpecReader>().AddSingleton<GoldSets>().AddSingleton<JudgedGold>().AddSingleton<GoldSources>()
        .AddSingleton<MappingEvaluations>().AddSingleton<EvaluationOverviews>().AddSingleton<EvaluationOverviews.Surroundings>();
}
