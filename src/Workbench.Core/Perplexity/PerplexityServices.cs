using Microsoft.Extensions.DependencyInjection;

namespace LlmRec.Workbench.Perplexity;

/// <summary>Registers language models.</summary>
public static class PerplexityServices
{
    public static IServiceCollection AddPerplexity(this IServiceCollection services)
    {
        services.AddSingleton<LanguageModelInstaller>();
        services.AddSingleton<PerplexityScorers>();
        return services;
    }
}
