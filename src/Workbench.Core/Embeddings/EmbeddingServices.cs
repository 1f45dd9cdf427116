using LlmRec.Workbench.Embeddings.Caching;
using LlmRec.Workbench.Embeddings.Texts;
using Microsoft.Extensions.DependencyInjection;

namespace LlmRec.Workbench.Embeddings;

/// <summary>Registers generators and vector sets; the web host adds an <see cref="IVectorQueue"/>.</summary>
public static class EmbeddingServices
{
    public static IServiceCollection AddEmbeddings(this IServiceCollection services)
    {
        services.AddOptions<EmbeddingCacheOptions>().BindConfiguration(EmbeddingCacheOptions.Section)
            .Validate(o => o.MaxEntries >= 0, $"{EmbeddingCacheOptions.Section}:{nameof(EmbeddingCacheOptions.MaxEntries)} is below 0. Allowed: 0 (keep none) or more.").ValidateOnStart();
        return services
            .AddSingleton<EmbeddingCache>()
            .AddSingleton<EmbeddingProfiles>()
            .AddSingleton<TextEmbedder>()
            .AddSingleton<VectorFolders>()
            .AddSingleton<VectorTexts>()
            .AddSingleton<VectorStore>()
            .AddSingleton<VectorSets>()
            .AddSingleton<VectorBuilder>()
            .AddSingleton<VectorRecovery>()
            .AddSingleton<VectorControl>()
            .AddSingleton<VectorProjector>();
    }
}
