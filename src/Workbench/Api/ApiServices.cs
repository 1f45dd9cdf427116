using System.Text.Json;
using System.Text.Json.Serialization;
using LlmRec.Workbench.Web.Api.Reconciliation;

namespace LlmRec.Workbench.Web.Api;

internal static class ApiServices
{
    // The API speaks as the release files do: snake_case, words for enums.
    public static IServiceCollection AddApi(this IServiceCollection services) => services
        .AddOpenApi(options => options.ShouldInclude = endpoint => endpoint.RelativePath?.StartsWith("api/", StringComparison.Ordinal) == true)
        .AddProblemDetails()
        .ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower;
            json.SerializerOptions.NumberHandling = JsonNumberHandling.Strict;
            json.SerializerOptions.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower));
        })
        .AddReconciliation();
}
