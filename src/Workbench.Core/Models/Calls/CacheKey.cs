using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace LlmRec.Workbench.Models.Calls;

/// <summary>What makes two questions the same: endpoint, model, every parameter, and the messages to the letter.</summary>
internal static class CacheKey
{
    public static string Compute(ModelProfile profile, string extraBody, IEnumerable<ChatMessage> messages, ChatOptions? options)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartArray();
            json.WriteStringValue(profile.Endpoint?.AbsoluteUri);
            json.WriteStringValue(options?.ModelId ?? profile.Model);
            json.WriteStringValue(extraBody);
            JsonSerializer.Serialize(json, Parameters(options), AIJsonUtilities.DefaultOptions);
            foreach (var message in messages)
            {
                json.WriteStringValue(message.Role.Value);
                JsonSerializer.Serialize(json, message.Contents, AIJsonUtilities.DefaultOptions);
            }

            json.WriteEndArray();
        }

        return Convert.ToHexStringLower(SHA256.HashData(buffer.GetBuffer().AsSpan(0, (int)buffer.Length)));
    }

    // Additional properties only say who asks (CallFacts) and are never sent.
    private static ChatOptions Parameters(ChatOptions? options)
    {
        var parameters = options?.Clone() ?? new ChatOptions();
        parameters.AdditionalProperties = null;
        parameters.ModelId = null;
        return parameters;
    }
}
