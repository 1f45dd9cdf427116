using System.Text.Encodings.Web;
using System.Text.Json;
using LlmRec.Workbench.Models;
using LlmRec.Workbench.Prompts;
using Microsoft.Extensions.AI;

namespace LlmRec.Workbench.Runs;

/// <summary>Turns a prompt version and a subject into the messages and options of one call.</summary>
public sealed class PromptMessages(PromptRenderer renderer)
{
    private static readonly JsonSerializerOptions ReadableJson = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public async Task<IReadOnlyList<ChatMessage>> RenderAsync(RunPlan plan, RunSubject subject, CancellationToken cancellationToken = default)
    {
        var variables = await plan.Kind.GetVariablesAsync(subject.Id, cancellationToken);
        var messages = new List<ChatMessage>(2);
        if (plan.Version.SystemText.Length > 0)
        {
            messages.Add(new(ChatRole.System, renderer.Render(plan.Version.SystemText, variables)));
        }

        messages.Add(new(ChatRole.User, renderer.Render(plan.Version.Text, variables)));
        return messages;
    }

    public static ChatOptions Options(RunPlan plan, RunSubject subject) => new()
    {
        Temperature = plan.Version.Temperature,
        TopP = plan.Version.TopP,
        MaxOutputTokens = plan.Version.MaxOutputTokens,
        AdditionalProperties = new() { [CallFacts.Kind] = plan.Kind.Name, [CallFacts.Subject] = subject.Name },
    };

    /// <summary>The messages as the JSON array of {role, text} that <see cref="RunItem.PromptSent"/> keeps.</summary>
    public static string ToJson(IEnumerable<ChatMessage> messages) =>
        JsonSerializer.Serialize(messages.Select(message => new SentMessage(message.Role.Value, message.Text)), ReadableJson);

    /// <summary>Reads <see cref="RunItem.PromptSent"/> back.</summary>
    public static IReadOnlyList<SentMessage> FromJson(string json) =>
        json.Length == 0 ? [] : JsonSerializer.Deserialize<List<SentMessage>>(json, ReadableJson) ?? [];
}

/// <summary>One message of a prompt as it was sent.</summary>
public sealed record SentMessage(string Role, string Text);
