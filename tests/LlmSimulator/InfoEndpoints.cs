using System.Text.Json;

namespace LlmRec.LlmSimulator;

/// <summary>Lists the models, and what was asked so far.</summary>
internal sealed class InfoEndpoints(SimulatorOptions options, RequestLog log)
{
    private const string AnyModel = "simulated";

    public async Task ListModelsAsync(HttpContext context)
    {
        context.Response.ContentType = "application/json";
        await using var json = new Utf8JsonWriter(context.Response.BodyWriter);
        json.WriteStartObject();
        json.WriteString("object", "list");
        json.WriteStartArray("data");
        foreach (var model in options.Models.DefaultIfEmpty(AnyModel))
        {
            json.WriteStartObject();
            json.WriteString("id", model);
            json.WriteString("object", "model");
            json.WriteString("owned_by", "simulator");
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>Total, peak, and the count of each prompt.</summary>
    public async Task ShowStatisticsAsync(HttpContext context)
    {
        context.Response.ContentType = "application/json";
        await using var json = new Utf8JsonWriter(context.Response.BodyWriter);
        json.WriteStartObject();
        json.WriteNumber("requests", log.Total);
        json.WriteNumber("peak", log.Peak);
        json.WriteStartObject("prompts");
        foreach (var (prompt, count) in log.ByPrompt)
        {
            json.WriteNumber(prompt, count);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }
}
