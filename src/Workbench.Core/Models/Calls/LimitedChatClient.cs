using System.Runtime.CompilerServices;
using System.Threading.RateLimiting;
using Microsoft.Extensions.AI;

namespace LlmRec.Workbench.Models.Calls;

/// <summary>Lets through only as many calls at once, and per minute, as the profile allows; the others wait in order.</summary>
internal sealed class LimitedChatClient : DelegatingChatClient
{
    private const double SecondsPerMinute = 60;

    // Permits are handed out about ten times a second, so that a high rate needs no fast timer and a low one has no bursts.
    private const double PortionsPerMinute = 600;

    private readonly ConcurrencyLimiter _slots;
    private readonly RateLimiter? _rate;

    public LimitedChatClient(IChatClient inner, ModelProfile profile)
        : base(inner)
    {
        _slots = new ConcurrencyLimiter(new ConcurrencyLimiterOptions { PermitLimit = profile.Concurrency, QueueLimit = int.MaxValue });
        _rate = profile.RequestsPerMinute is { } perMinute ? CreateRateLimiter(perMinute) : null;
    }

    public override async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        using var slot = await EnterAsync(cancellationToken);
        return await base.GetResponseAsync(messages, options, cancellationToken);
    }

    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using var slot = await EnterAsync(cancellationToken);
        await foreach (var update in base.GetStreamingResponseAsync(messages, options, cancellationToken))
        {
            yield return update;
        }
    }

    protected override void Dispose(bool disposing)
    {
        _slots.Dispose();
        _rate?.Dispose();
        base.Dispose(disposing);
    }

    private async Task<RateLimitLease> EnterAsync(CancellationToken cancellationToken)
    {
        var slot = await _slots.AcquireAsync(1, cancellationToken);
        try
        {
            using var turn = _rate is null ? null : await _rate.AcquireAsync(1, cancellationToken);
            return slot;
        }
        catch (OperationCanceledException)
        {
            slot.Dispose();
            throw;
        }
    }

    private static TokenBucketRateLimiter CreateRateLimiter(int perMinute)
    {
        var portion = Math.Max(1, (int)(perMinute / PortionsPerMinute));
        return new TokenBucketRateLimiter(new TokenBucketRateLimiterOptions
        {
            TokenLimit = portion,
            TokensPerPeriod = portion,
            ReplenishmentPeriod = TimeSpan.FromSeconds(SecondsPerMinute * portion / perMinute),
            QueueLimit = int.MaxValue,
        });
    }
}
