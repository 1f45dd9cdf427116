using Microsoft.Extensions.DependencyInjection;

namespace LlmRec.Workbench.Overview;

/// <summary>Registers the overview.</summary>
public static class OverviewServices
{
    public static IServiceCollection AddOverview(this IServiceCollection services) => services.AddSingleton<NeedFinder>().AddSingleton<OverviewService>();
}
