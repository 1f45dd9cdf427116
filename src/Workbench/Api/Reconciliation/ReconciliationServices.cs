using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace LlmRec.Workbench.Web.Api.Reconciliation;

internal static class ReconciliationServices
{
    /// <summary>Name of the CORS policy and of the rate limit.</summary>
    public const string Policy = "reconciliation";

    // A batch keeps a core busy; whoever floods the service waits in line, and beyond that is told so.
    private const int AtOnce = 4;
    private const int Waiting = 64;

    public static IServiceCollection AddReconciliation(this IServiceCollection services)
    {
        services.AddOptions<ReconciliationOptions>().BindConfiguration(ReconciliationOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<ReconciliationOptions>, ReconciliationOptionsValidator>();
        services.AddSingleton<ReconciliationOrigins>().AddSingleton<ReconciliationWords>().AddSingleton<ReconciliationManifest>().AddSingleton<ReconciliationAnswers>();
        services.AddCors().AddOptions<CorsOptions>().Configure<ReconciliationOrigins>((cors, origins) =>
            cors.AddPolicy(Policy, policy => policy.SetIsOriginAllowed(origins.Allows).WithMethods("GET", "POST").WithHeaders("Content-Type")));
        services.AddRateLimiter(limits =>
        {
            limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limits.AddConcurrencyLimiter(Policy, limit => (limit.PermitLimit, limit.QueueLimit, limit.QueueProcessingOrder) = (AtOnce, Waiting, QueueProcessingOrder.OldestFirst));
        });
        return services;
    }
}
