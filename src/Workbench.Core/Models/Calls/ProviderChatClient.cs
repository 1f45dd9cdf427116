using System.Text;
using System.Text.Json;
using Microsoft.Extensions.AI;
using OpenAI.Chat;
using ChatMessage = Microsoft.Extensions.AI.ChatMessage;

namespace LlmRec.Workbench.Models.Calls;

/// <summary>The provider's client, made at the first call, with the profile's own request settings added.</summary>
internal sealed class ProviderChatClient(ModelProfile profile, ModelProfileOptions settings) : IChatClient
{
    private readonly Lazy<IChatClient> _client = new(() => ProviderConnection.OpenChat(profile, settings), LazyThreadSafetyMode.PublicationOnly);
    private readonly KeyValuePair<string, byte[]>[] _extra = ReadExtraBody(settings.ExtraBody);

    public Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        _client.Value.GetResponseAsync(messages, Adapt(options), cancellationToken);

    public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        _client.Value.GetStreamingResponseAsync(messages, Adapt(options), cancellationToken);

    public object? GetService(Type serviceType, object? serviceKey = null) => serviceKey is not null ? null
        : serviceType == typeof(ChatClientMetadata) ? new ChatClientMetadata(profile.Kind, profile.Endpoint, profile.Model)
        : serviceType.IsInstanceOfType(this) ? this
        : null;

    public void Dispose()
    {
        if (_client.IsValueCreated)
        {
            _client.Value.Dispose();
        }
    }

    private ChatOptions Adapt(ChatOptions? options)
    {
        var adapted = options?.Clone() ?? new ChatOptions();
        adapted.AdditionalProperties = null;
        var limit = settings.TokenLimitField == TokenLimitFields.MaxTokens ? adapted.MaxOutputTokens : null;
        if (limit is not null)
        {
            adapted.MaxOutputTokens = null;
        }

        adapted.RawRepresentationFactory = _ => MakeRequest(limit);
        return adapted;
    }

    private ChatCompletionOptions MakeRequest(int? maxTokens)
    {
        var request = new ChatCompletionOptions();
        if (maxTokens is { } limit)
        {
            request.Patch.Set("$.max_tokens"u8, limit);
        }

        foreach (var (path, json) in _extra)
        {
            request.Patch.Set(Encoding.UTF8.GetBytes(path), json);
        }

        return request;
    }

    private static KeyValuePair<string, byte[]>[] ReadExtraBody(string text)
    {
        if (text.Length == 0)
        {
            return [];
        }

        using var json = JsonDocument.Parse(text);
        return [.. json.RootElement.EnumerateObject().Select(p => KeyValuePair.Create(
            $"$['{p.Name}']", Encoding.UTF8.GetBytes(p.Value.GetRawText())))];
    }
}
