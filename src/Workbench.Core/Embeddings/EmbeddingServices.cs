using Microsoft.Extensions.DependencyInjection;

namespace LlmRec.Workbench.Embeddings;

/// <summary>Registers generators and vector sets; the web host adds an <see cref="IVectorQueue"/>.</summary>
public static class EmbeddingServices
{
    public static IServiceCollection AddEmbeddings(this IServiceCollection services) => services
        .AddSingleton<EmbeddingProfiles>()
        .AddSingleton<VectorFolders>()
        .AddSingleton<VectorTexts>()
        .AddSingleton<VectorStore>()
        .AddSingleton<VectorSets>()
        .AddSingleton<VectorBuilder>()
        .AddSingleton<VectorRecovery>()
        .AddSingleton<VectorControl>()
        .AddSingleton<VectorProjector>();
}
