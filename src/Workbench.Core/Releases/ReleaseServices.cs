using Microsoft.Extensions.DependencyInjection;

namespace LlmRec.Workbench.Releases;

/// <summary>Registers releases.</summary>
public static class ReleaseServices
{
    public static IServiceCollection AddReleases(this IServiceCollection services)
    {
        services.AddSingleton<ReleaseService>();
        services.AddSingleton<ReleaseRecovery>();
        return services;
    }
}
