using Microsoft.Extensions.DependencyInjection;

namespace LlmRec.Workbench.Behavior;

/// <summary>Registers what reads shoppers' behaviour.</summary>
public static class BehaviorServices
{
    public static IServiceCollection AddBehavior(this IServiceCollection services) => services.AddSingleton<QueryClickService>();
}
