using System.Text;
using System.Text.Json;

namespace LlmRec.LlmSimulator;

/// <summary>Reads what the simulator needs out of a request's body and headers.</summary>
internal static class RequestReader
{
    private const string Bearer = "Bearer ";

    public static async Task<byte[]> ReadBodyAsync(HttpContext context)
    {
        using var buffer = new MemoryStream((int)(context.Request.ContentLength ?? 1024));
        await context.Request.Body.CopyToAsync(buffer, context.RequestAborted);
        return buffer.ToArray();
    }

    public static string ReadKey(HttpContext context)
    {
        var authorization = context.Request.Headers.Authorization.ToString();
        return authorization.StartsWith(Bearer, StringComparison.Ordinal) ? authorization[Bearer.Length..] : context.Request.Headers["api-key"].ToString();
    }

    public static SimulatedRequest ReadChat(HttpContext context, byte[] body, long number, DateTimeOffset at)
    {
        using var json = JsonDocument.Parse(body);
        var root = json.RootElement;
        return new SimulatedRequest
        {
            Number = number,
            Path = context.Request.Path,
            Model = ReadModel(context, root),
            Prompt = LastUserText(root),
            Stream = root.TryGetProperty("stream", out var stream) && stream.ValueKind == JsonValueKind.True,
            Logprobs = root.TryGetProperty("logprobs", out var logprobs) && logprobs.ValueKind == JsonValueKind.True,
            Key = ReadKey(context),
            Body = Encoding.UTF8.GetString(body),
            At = at,
        };
    }

    public static string ReadModel(HttpContext context, JsonElement root) =>
        context.Request.RouteValues["deployment"] as string
        ?? (root.TryGetProperty("model", out var model) ? model.GetString() : null)
        ?? "simulated";

    private static string LastUserText(JsonElement root)
    {
        if (!root.TryGetProperty("messages", out var messages) || messages.ValueKind != JsonValueKind.Array)
        {
            return "";
        }

        var text = "";
        foreach (var message in messages.EnumerateArray())
        {
            if (message.TryGetProperty("role", out var role) && role.ValueEquals("user") && message.TryGetProperty("content", out var content))
            {
                text = ReadContent(content);
            }
        }

        return text;
    }

    private static string ReadContent(JsonElement content) => content.ValueKind switch
    {
        JsonValueKind.String => content.GetString()!,
        JsonValueKind.Array => string.Concat(content.EnumerateArray().Select(p => p.TryGetProperty("text", out var text) ? text.GetString() : "")),
        _ => "",
    };
}
