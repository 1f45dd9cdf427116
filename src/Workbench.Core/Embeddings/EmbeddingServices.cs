using LlmRec.Workbench.Embeddings.Caching;
using LlmRec.Workbench.Embeddings.Texts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace LlmRec.Workbench.Embeddings;

/// <summary>Registers generators and vector sets; the web host adds an <see cref="IVectorQueue"/>.</summary>
public static class EmbeddingServices
{
    public static IServiceCollection AddEmbeddings(this IServiceCollection services) => services
        .AddGenerators()
        .AddSingleton<VectorFolders>()
        .AddSingleton<VectorTexts>()
        .AddSingleton<VectorStore>()
        .AddSingleton<VectorSets>()
        .AddSingleton<VectorBuilder>()
        .AddSingleton<VectorRecovery>()
        .AddSingleton<VectorControl>()
        .AddSingleton<VectorProjector>();

    /// <summary>What turns texts into vectors, for every capability that needs some; may be called several times.</summary>
    internal static IServiceCollection AddGenerators(this IServiceCollection services)
    {
        if (services.Any(service => service.ServiceType == typeof(EmbeddingCache)))
        {
            return services;
        }

        services.AddOptions<EmbeddingCacheOptions>().BindConfiguration(EmbeddingCacheOptions.Section)
            .Validate(o => o.MaxEntries >= 0, $"{EmbeddingCacheOptions.Section}:{nameof(EmbeddingCacheOptions.MaxEntries)} is below 0. Allowed: 0 (keep none) or more.").ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        return services.AddSingleton<EmbeddingCache>().AddSingleton<EmbeddingProfiles>().AddSingleton<EmbeddingConnectionTester>().AddSingleton<TextEmbedder>();
    }
}
