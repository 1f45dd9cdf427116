using Microsoft.Extensions.DependencyInjection;

namespace LlmRec.Workbench.Runs;

/// <summary>Registers planning, execution and reading of runs; the host adds an <see cref="IShardQueue"/>.</summary>
public static class RunServices
{
    public static IServiceCollection AddRuns(this IServiceCollection services) => services
        .AddSingleton<RunKinds>()
        .AddSingleton<RunPlanner>()
        .AddSingleton<RunEstimator>()
        .AddSingleton<PromptMessages>()
        .AddSingleton<ItemAsker>()
        .AddSingleton<DryRun>()
        .AddSingleton<ShardExecutor>()
        .AddSingleton<StalledRuns>()
        .AddSingleton<RunControl>()
        .AddSingleton<RunQueries>()
        .AddSingleton<RunThroughput>();
}
