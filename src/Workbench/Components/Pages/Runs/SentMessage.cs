using System.Text.Json;

namespace LlmRec.Workbench.Web.Components.Pages.Runs;

/// <summary>One message of a stored prompt.</summary>
internal sealed record SentMessage(string Role, string Text)
{
    /// <summary>Reads the stored JSON array; a record that is no such array is shown as it stands.</summary>
    public static IReadOnlyList<SentMessage> Read(string stored)
    {
        if (stored.Length == 0)
        {
            return [];
        }

        try
        {
            return JsonSerializer.Deserialize<List<SentMessage>>(stored, JsonSerializerOptions.Web) ?? [];
        }
        catch (JsonException)
        {
            return [new SentMessage("", stored)];
        }
    }
}
