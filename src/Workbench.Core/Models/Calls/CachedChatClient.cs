using Microsoft.Extensions.AI;

namespace LlmRec.Workbench.Models.Calls;

/// <summary>Answers from the response cache when exactly this was asked before; otherwise asks on and keeps the answer.</summary>
internal sealed class CachedChatClient : CachingChatClient
{
    private readonly ResponseCache _cache;
    private readonly ModelProfile _profile;
    private readonly string _extraBody;

    public CachedChatClient(IChatClient inner, ResponseCache cache, ModelProfile profile, string extraBody)
        : base(inner)
    {
        (_cache, _profile, _extraBody) = (cache, profile, extraBody);
        CoalesceStreamingUpdates = true;
    }

    public Task<bool> IsCachedAsync(IEnumerable<ChatMessage> messages, ChatOptions options, CancellationToken cancellationToken) =>
        _cache.ContainsAsync(GetCacheKey(messages, options), cancellationToken);

    protected override string GetCacheKey(IEnumerable<ChatMessage> messages, ChatOptions? options, params ReadOnlySpan<object?> additionalValues) =>
        CacheKey.Compute(_profile, _extraBody, messages, options);

    protected override async Task<ChatResponse?> ReadCacheAsync(string key, CancellationToken cancellationToken)
    {
        var response = await _cache.ReadAsync(key, cancellationToken);
        if (response is not null)
        {
            CallFacts.Set(response, attempts: 0, fromCache: true);
        }

        return response;
    }

    // An empty answer is more likely a hiccup than an opinion: asking again must reach the model.
    protected override Task WriteCacheAsync(string key, ChatResponse value, CancellationToken cancellationToken) =>
        value.Text.Length == 0 ? Task.CompletedTask : _cache.WriteAsync(key, _profile.Model, value);

    protected override async Task<IReadOnlyList<ChatResponseUpdate>?> ReadCacheStreamingAsync(string key, CancellationToken cancellationToken) =>
        (await ReadCacheAsync(key, cancellationToken))?.ToChatResponseUpdates();

    protected override Task WriteCacheStreamingAsync(string key, IReadOnlyList<ChatResponseUpdate> value, CancellationToken cancellationToken) =>
        WriteCacheAsync(key, value.ToChatResponse(), cancellationToken);
}
