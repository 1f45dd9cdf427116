using Microsoft.Extensions.DependencyInjection;

namespace LlmRec.Workbench.Releases;

/// <summary>Registers releases.</summary>
public static class ReleaseServices
{
    public static IServiceCollection AddReleases(this IServiceCollection services)
    {
        services.AddSingleton<ReleaseFolders>();
        services.AddSingleton<ReleaseVectors>();
        services.AddSingleton<ReleasePublisher>();
        services.AddSingleton<ReleaseRecovery>();
        services.AddSingleton<ReleaseService>();
        return services;
    }
}
