using LlmRec.Workbench.Runs;
using Microsoft.Extensions.DependencyInjection;

namespace LlmRec.Workbench.Complements;

/// <summary>Registers the complements run kind and what reads its results.</summary>
public static class ComplementServices
{
    public static IServiceCollection AddComplements(this IServiceCollection services) =>
        services.AddSingleton<ComplementStore>().AddSingleton<IRunKind, ComplementRunKind>().AddSingleton<ComplementQueries>();
}
