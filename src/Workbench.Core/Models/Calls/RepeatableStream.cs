using Microsoft.Extensions.AI;
using Polly.Timeout;

namespace LlmRec.Workbench.Models.Calls;

/// <summary>A stream of updates that can be begun again as long as nothing has arrived.</summary>
internal sealed class RepeatableStream(Func<CancellationToken, IAsyncEnumerable<ChatResponseUpdate>> open, CancellationToken cancellationToken)
    : IAsyncDisposable
{
    private IAsyncEnumerator<ChatResponseUpdate>? _updates;
    private CancellationTokenSource? _stop;

    public int Attempts { get; private set; }

    public bool HasBegun { get; private set; }

    public ChatResponseUpdate Current => _updates!.Current;

    /// <summary>Opens the stream and waits for the first update, until <paramref name="attemptToken"/> ends the attempt.</summary>
    public async Task<bool> BeginAsync(CancellationToken attemptToken)
    {
        await DisposeAsync();
        Attempts++;
        _stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        _updates = open(_stop.Token).GetAsyncEnumerator(_stop.Token);

        // The attempt's token ends with the attempt, the stream goes on: only its cancellation is passed on, and only until the first update.
        await using var link = attemptToken.Register(_stop.Cancel);
        var any = await _updates.MoveNextAsync();
        HasBegun = true;
        return any;
    }

    /// <summary>Waits for the next update, but not longer than <paramref name="limit"/>.</summary>
    public async Task<bool> MoveNextAsync(TimeSpan limit)
    {
        _stop!.CancelAfter(limit);
        try
        {
            return await _updates!.MoveNextAsync();
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutRejectedException("The stream stalled.", limit);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_updates is not null)
        {
            await _updates.DisposeAsync();
        }

        _stop?.Dispose();
        (_updates, _stop) = (null, null);
    }
}
