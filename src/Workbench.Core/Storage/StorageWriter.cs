using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;

namespace LlmRec.Workbench.Storage;

/// <summary>
/// The one writer of machine results in this process. Writes that wait at the same moment share one transaction, so thousands of small results cost a few
/// commits; each caller continues only when its own write is committed. A write that throws fails alone: the others of its batch are written one by one.
/// </summary>
public sealed class StorageWriter : IAsyncDisposable
{
    private const int MaxBatch = 256;

    private readonly Channel<Write> _queue = Channel.CreateUnbounded<Write>(new() { SingleReader = true });
    private readonly IDbContextFactory<WorkbenchDbContext> _contexts;
    private readonly Task _loop;

    public StorageWriter(IDbContextFactory<WorkbenchDbContext> contexts)
    {
        _contexts = contexts;
        _loop = Task.Run(WriteAllAsync);
    }

    /// <summary>Queues a write and completes when it is committed. <paramref name="write"/> may run twice: it must change only the context it is given.</summary>
    public async Task WriteAsync(Func<WorkbenchDbContext, Task> write, CancellationToken cancellationToken = default)
    {
        var entry = new Write(write);
        await _queue.Writer.WriteAsync(entry, cancellationToken);
        await entry.Committed.Task;
    }

    /// <summary>Writes what is queued, then ends.</summary>
    public async ValueTask DisposeAsync()
    {
        _queue.Writer.TryComplete();
        await _loop;
    }

    private async Task WriteAllAsync()
    {
        var batch = new List<Write>();
        while (await _queue.Reader.WaitToReadAsync())
        {
            batch.Clear();
            while (batch.Count < MaxBatch && _queue.Reader.TryRead(out var write))
            {
                batch.Add(write);
            }

            if (await CommitAsync(batch) is not null && batch.Count > 1)
            {
                foreach (var write in batch)
                {
                    Complete([write], await CommitAsync([write]));
                }
            }
        }
    }

    /// <summary>Returns the error that rolled the batch back, or null. A batch of several that failed is left for the caller to retry.</summary>
    private async Task<Exception?> CommitAsync(IReadOnlyList<Write> batch)
    {
        try
        {
            await using var db = await _contexts.CreateDbContextAsync();
            await using var transaction = await db.Database.BeginTransactionAsync();
            foreach (var write in batch)
            {
                await write.Apply(db);
            }

            // Once is enough: a batch holds thousands of tracked rows, and saving would look through all of them twice more.
            db.ChangeTracker.DetectChanges();
            db.ChangeTracker.AutoDetectChangesEnabled = false;
            await db.SaveChangesAsync();
            await transaction.CommitAsync();
            Complete(batch, null);
            return null;
        }
        catch (Exception error)
        {
            if (batch.Count == 1)
            {
                Complete(batch, error);
            }

            return error;
        }
    }

    private static void Complete(IReadOnlyList<Write> batch, Exception? error)
    {
        foreach (var write in batch)
        {
            if (error is null)
            {
                write.Committed.TrySetResult();
            }
            else
            {
                write.Committed.TrySetException(error);
            }
        }
    }

    private sealed record Write(Func<WorkbenchDbContext, Task> Apply)
    {
        public TaskCompletionSource Committed { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
