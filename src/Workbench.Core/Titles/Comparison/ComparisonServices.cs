using Microsoft.Extensions.DependencyInjection;

namespace LlmRec.Workbench.Titles.Comparison;

/// <summary>Registers the comparison of titles.</summary>
public static class ComparisonServices
{
    public static IServiceCollection AddTitleComparison(this IServiceCollection services) => services
        .AddSingleton<ArmAnswers>()
        .AddSingleton<ScoreCache>()
        .AddSingleton<TitleComparison>()
        .AddSingleton<TitleRows>()
        .AddSingleton<ComparisonCsv>()
        .AddSingleton<VersionComparison>();
}
