using Microsoft.Extensions.DependencyInjection;

namespace LlmRec.Workbench.Titles.Baseline;

/// <summary>Registers the normalisation of titles by rule.</summary>
public static class BaselineServices
{
    public static IServiceCollection AddTitleBaseline(this IServiceCollection services) => services.AddSingleton<BaselineService>().AddSingleton<TitleWordLists>();
}
