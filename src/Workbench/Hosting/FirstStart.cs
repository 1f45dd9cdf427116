using LlmRec.Workbench.Prompts;
using LlmRec.Workbench.Sample;

namespace LlmRec.Workbench.Web.Hosting;

/// <summary>What a database is given so that the first run can begin at once; one that has its own data keeps it.</summary>
internal static class FirstStart
{
    /// <summary>The sample catalog for an empty database, and the bundled prompts of every kind that has none.</summary>
    public static async Task SeedAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        await services.GetRequiredService<SampleCatalog>().SeedIfEmptyAsync(cancellationToken);
        await services.GetRequiredService<PromptService>().SeedAsync(cancellationToken);
    }
}
