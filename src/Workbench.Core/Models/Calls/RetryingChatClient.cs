using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using Polly;

namespace LlmRec.Workbench.Models.Calls;

/// <summary>
/// Repeats attempts that failed for a passing reason, limits the time of each, counts them, and turns the last error into a <see cref="ModelCallException"/>.
/// A stream is repeated only until its first update has arrived.
/// </summary>
internal sealed class RetryingChatClient(
    IChatClient inner, ModelProfile profile, ModelProfileOptions settings, ILogger logger, TimeProvider time) : DelegatingChatClient(inner)
{
    private readonly ResiliencePipeline _pipeline = AttemptPipeline.Build(profile, settings, logger, time);

    public override async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var attempts = 0;
        var start = time.GetTimestamp();
        try
        {
            var response = await _pipeline.ExecuteAsync(
                async token =>
                {
                    attempts++;
                    return Check(await base.GetResponseAsync(messages, options, token));
                },
                cancellationToken);
            CallFacts.Set(response, attempts, fromCache: false, time.GetElapsedTime(start));
            return response;
        }
        catch (Exception error) when (FailureMessage.IsOurs(error, cancellationToken))
        {
            throw FailureMessage.Explain(error, attempts, profile, settings, time);
        }
    }

    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await using var stream = new RepeatableStream(token => base.GetStreamingResponseAsync(messages, options, token), cancellationToken);
        while (await MoveNextAsync(stream, cancellationToken))
        {
            yield return stream.Current;
        }
    }

    private async Task<bool> MoveNextAsync(RepeatableStream stream, CancellationToken cancellationToken)
    {
        try
        {
            return stream.HasBegun
                ? await stream.MoveNextAsync(TimeSpan.FromSeconds(profile.TimeoutSeconds))
                : await _pipeline.ExecuteAsync(async token => await stream.BeginAsync(token), cancellationToken);
        }
        catch (Exception error) when (FailureMessage.IsOurs(error, cancellationToken))
        {
            throw FailureMessage.Explain(error, stream.Attempts, profile, settings, time);
        }
    }

    private static ChatResponse Check(ChatResponse response) =>
        response.FinishReason == ChatFinishReason.ContentFilter ? throw new FilteredAnswerException() : response;
}
