using LlmRec.Workbench.Models.Calls;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

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
        services.AddSingleton<IValidateOptions<ModelsOptions>, ModelsOptionsValidator>();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<KnowledgePack>();
        services.AddSingleton<ResponseCache>();
        services.AddSingleton<CallPipeline>();
        services.AddSingleton(provider => new ModelProfiles(
            provider.GetRequiredService<IOptions<ModelsOptions>>(), provider.GetRequiredService<CallPipeline>()));
        services.AddSingleton<ConnectionTester>();
        return services;
    }

    private static void AddOfflineProfile(ModelsOptions options) =>
        options.Profiles.TryAdd(ModelsOptions.OfflineProfile, new ModelProfileOptions { Kind = ModelKinds.Offline });
}
