using LlmRec.Workbench.Storage;
using Microsoft.EntityFrameworkCore;

namespace LlmRec.Workbench.Runs;

/// <summary>
/// This worker's hold on a shard. While it lasts, a loop renews it and watches whether the run may go on; <see cref="MayContinue"/> turns false for good when
/// the run is paused, cancelled, over its cost limit, the lease is lost or the process is told to stop.
/// </summary>
internal sealed class ShardLease : IAsyncDisposable
{
    public static readonly TimeSpan Duration = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan WatchInterval = TimeSpan.FromMilliseconds(500);

    private readonly IDbContextFactory<WorkbenchDbContext> _contexts;
    private readonly TimeProvider _time;
    private readonly RunShard _shard;
    private readonly CancellationTokenSource _disposed = new();
    private readonly Task _watch;
    private volatile bool _mayContinue = true;

    private ShardLease(IDbContextFactory<WorkbenchDbContext> contexts, TimeProvider time, RunShard shard, CancellationToken stopping)
    {
        (_contexts, _time, _shard) = (contexts, time, shard);
        stopping.Register(() => _mayContinue = false);
        _watch = Task.Run(WatchAsync, CancellationToken.None);
    }

    public bool MayContinue => _mayContinue;

    /// <summary>Null when another worker holds the shard.</summary>
    public static async Task<ShardLease?> TryTakeAsync(
        IDbContextFactory<WorkbenchDbContext> contexts, TimeProvider time, RunShard shard, CancellationToken stopping)
    {
        shard.LeaseOwner = WorkerIdentity.NewOwner();
        return await HoldAsync(contexts, time, shard) ? new ShardLease(contexts, time, shard, stopping) : null;
    }

    public async ValueTask DisposeAsync()
    {
        await _disposed.CancelAsync();
        await _watch;
        _disposed.Dispose();
        await using var db = await _contexts.CreateDbContextAsync();
        await Own(db, _shard).ExecuteUpdateAsync(set => set.SetProperty(s => s.LeaseOwner, ""));
    }

    private async Task WatchAsync()
    {
        using var timer = new PeriodicTimer(WatchInterval, _time);
        var heldAt = _time.GetTimestamp();
        try
        {
            while (_mayContinue && await timer.WaitForNextTickAsync(_disposed.Token))
            {
                if (_time.GetElapsedTime(heldAt) > Duration / 6)
                {
                    _mayContinue = await HoldAsync(_contexts, _time, _shard);
                    heldAt = _time.GetTimestamp();
                }

                _mayContinue &= await RunMayContinueAsync();
            }
        }
        catch (OperationCanceledException) when (_disposed.IsCancellationRequested)
        {
            _mayContinue = false;
        }
    }

    private async Task<bool> RunMayContinueAsync()
    {
        await using var db = await _contexts.CreateDbContextAsync();
        var run = await db.Runs.AsNoTracking().SingleAsync(r => r.Id == _shard.RunId);
        if (run.Status != RunStatus.Running || run.CostLimit is not { } limit)
        {
            return run.Status == RunStatus.Running;
        }

        var spent = await db.RunItems.Where(i => i.RunId == run.Id).SumAsync(i => i.Cost);
        if (spent < limit)
        {
            return true;
        }

        await db.PauseRunAsync(run.Id, RunControl.CostLimitReached);
        return false;
    }

    private static async Task<bool> HoldAsync(IDbContextFactory<WorkbenchDbContext> contexts, TimeProvider time, RunShard shard)
    {
        var now = time.GetUtcNow();
        await using var db = await contexts.CreateDbContextAsync();
        return await db.RunShards
            .Where(s => s.RunId == shard.RunId && s.Number == shard.Number)
            .Where(s => s.LeaseOwner == "" || s.LeaseOwner == shard.LeaseOwner || s.LeaseUntil < now)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.LeaseOwner, shard.LeaseOwner).SetProperty(s => s.LeaseUntil, now + Duration)) == 1;
    }

    private static IQueryable<RunShard> Own(WorkbenchDbContext db, RunShard shard) =>
        db.RunShards.Where(s => s.RunId == shard.RunId && s.Number == shard.Number && s.LeaseOwner == shard.LeaseOwner);
}
