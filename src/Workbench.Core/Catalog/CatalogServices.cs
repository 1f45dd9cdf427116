using LlmRec.Workbench.Catalog.Importing;
using LlmRec.Workbench.Sample;
using LlmRec.Workbench.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LlmRec.Workbench.Catalog;

/// <summary>Registers the catalog, its importers and the sample.</summary>
public static class CatalogServices
{
    public static IServiceCollection AddCatalog(this IServiceCollection services)
    {
        services.AddSingleton<CategoryTreeCache>();
        services.AddSingleton(provider => new CatalogService(
            provider.GetRequiredService<IDbContextFactory<WorkbenchDbContext>>(), provider.GetRequiredService<CategoryTreeCache>()));
        services.AddSingleton(provider => new CatalogImporter(
            provider.GetRequiredService<IDbContextFactory<WorkbenchDbContext>>(), provider.GetRequiredService<CategoryTreeCache>(),
            provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<SampleCatalog>();
        return services;
    }
}
