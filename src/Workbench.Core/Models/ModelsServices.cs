using Microsoft.Extensions.DependencyInjection;

namespace LlmRec.Workbench.Models;

/// <summary>Registers the model profiles and the pipeline around their clients.</summary>
public static class ModelsServices
{
    public static IServiceCollection AddModels(this IServiceCollection services)
    {
        services.AddOptions<ModelsOptions>()
            .BindConfiguration(ModelsOptions.Section)
            .PostConfigure(AddOfflineProfile)
            .ValidateOnStart();
        services.AddSingleton<ModelProfiles>();
        services.AddSingleton<ConnectionTester>();
        return services;
    }

    private static void AddOfflineProfile(ModelsOptions options) =>
        options.Profiles.TryAdd(ModelsOptions.OfflineProfile, new ModelProfileOptions { Kind = ModelKinds.Offline });
}
