using Microsoft.Extensions.AI;

namespace LlmRec.Workbench.Models.Calls;

/// <summary>Gives the recorded answer for the subject that the options name. It reads no prompt and invents nothing: no entry, empty text.</summary>
internal sealed class OfflineChatClient(KnowledgePack knowledge, string model) : IChatClient
{
    public Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var response = new ChatResponse(new ChatMessage(ChatRole.Assistant, Find(options) ?? ""))
        {
            ModelId = model,
            FinishReason = ChatFinishReason.Stop,
        };
        CallFacts.Set(response, attempts: 1, fromCache: false);
        return Task.FromResult(response);
    }

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (var update in (await GetResponseAsync(messages, options, cancellationToken)).ToChatResponseUpdates())
        {
            yield return update;
        }
    }

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceKey is null && serviceType.IsInstanceOfType(this) ? this : null;

    public void Dispose()
    {
        // Holds nothing: the knowledge pack is shared.
    }

    private string? Find(ChatOptions? options) =>
        options?.AdditionalProperties is { } facts
        && facts.TryGetValue(CallFacts.Kind, out string? kind)
        && facts.TryGetValue(CallFacts.Subject, out string? subject)
        && kind is not null && subject is not null
            ? knowledge.Find(kind, subject)
            : null;
}
