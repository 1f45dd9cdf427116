using Microsoft.Extensions.DependencyInjection;

namespace LlmRec.Workbench.Prompts;

/// <summary>Registers prompts and their rendering.</summary>
public static class PromptsServices
{
    public static IServiceCollection AddPrompts(this IServiceCollection services)
    {
        services.AddSingleton<PromptRenderer>();
        services.AddSingleton<PromptService>();
        return services;
    }
}
