using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace LlmRec.Workbench.Web.Hosting;

internal static class Telemetry
{
    private const string EndpointVariable = "OTEL_EXPORTER_OTLP_ENDPOINT";

    // Nothing is collected and nobody is called until someone configures a collector.
    public static IServiceCollection AddTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        if (string.IsNullOrEmpty(configuration[EndpointVariable]))
        {
            return services;
        }

        services.AddOpenTelemetry()
            .WithTracing(tracing => tracing.AddAspNetCoreInstrumentation().AddSource(LlmRec.Workbench.Models.ModelsTelemetry.SourceName))
            .WithMetrics(metrics => metrics.AddAspNetCoreInstrumentation().AddMeter(LlmRec.Workbench.Models.ModelsTelemetry.SourceName))
            .UseOtlpExporter();
        return services;
    }
}
