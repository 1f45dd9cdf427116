using System.Threading.RateLimiting;

namespace LlmRec.Workbench.Models.Calls;

/// <summary>Lets through only as many calls at once, and per minute, as the profile allows; the others wait in order.</summary>
internal sealed class CallGate(ModelProfile profile) : IDisposable
{
    private const double SecondsPerMinute = 60;

    // Permits are handed out about ten times a second, so that a high rate needs no fast timer and a low one has no bursts.
    private const double PortionsPerMinute = 600;

    private readonly ConcurrencyLimiter _slots = new(new ConcurrencyLimiterOptions { PermitLimit = profile.Concurrency, QueueLimit = int.MaxValue });
    private readonly RateLimiter? _rate = profile.RequestsPerMinute is { } perMinute ? CreateRateLimiter(perMinute) : null;

    /// <summary>Waits for a place; disposing the result gives it back.</summary>
    public async Task<RateLimitLease> EnterAsync(CancellationToken cancellationToken)
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

    public void Dispose()
    {
        _slots.Dispose();
        _rate?.Dispose();
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
