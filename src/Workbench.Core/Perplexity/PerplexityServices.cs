using LlmRec.Workbench.Perplexity.Endpoints;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace LlmRec.Workbench.Perplexity;

/// <summary>Registers language models and the scorers made of them.</summary>
public static class PerplexityServices
{
    public static IServiceCollection AddPerplexity(this IServiceCollection services)
    {
        services.AddOptions<PerplexityOptions>().BindConfiguration(PerplexityOptions.Section);
        services.AddSingleton<LanguageModelInstaller>();
        services.AddSingleton<LanguageModelFolder>();
        services.AddSingleton<TextScoreStore>();
        services.AddSingleton<EndpointScorers>();
        services.AddSingleton(provider => new PerplexityScorers(
            provider.GetRequiredService<LanguageModelFolder>(),
            provider.GetRequiredService<EndpointScorers>(),
            provider.GetRequiredService<IOptions<PerplexityOptions>>()));
        return services;
    }
}
