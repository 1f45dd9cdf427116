using System.Text.Json;

namespace LlmRec.LlmSimulator;

/// <summary>An error in the shape that OpenAI and Azure share.</summary>
internal static class ErrorReply
{
    public static Task WriteAsync(HttpContext context, int status, string code, string message)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteStartObject("error");
            json.WriteString("message", message);
            json.WriteString("type", "simulated_error");
            json.WriteString("code", code);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        context.Response.ContentLength = buffer.Length;
        return context.Response.Body.WriteAsync(buffer.ToArray(), context.RequestAborted).AsTask();
    }
}
