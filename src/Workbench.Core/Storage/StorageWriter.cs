using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;

namespace LlmRec.Workbench.Storage;

/// <summary>
/// The one writer of machine results in this process. Writes that wait at the same moment share one transaction, so thousands of small results cost a few
/// commits; each caller continues only when its own write is committed. A write that throws fails alone: the others of its batch are written one by one. One
/// that lost a race (somebody judged a row it had read, another process stored the same) is made again on what is stored now.
/// </summary>
public sealed class StorageWriter : IAsyncDisposable
{
    private const int MaxBatch = 256;
    private const int MaxTries = 4;

    private readonly Channel<Write> _queue = Channel.CreateUnbounded<Write>(new() { SingleReader = true });
    private readonly IDbContextFactory<WorkbenchDbContext> _contexts;
    private readonly Task _loop;

    public StorageWriter(IDbContextFactory<WorkbenchDbContext> contexts)
    {
        _contexts = contexts;
        _loop = Task.Run(WriteAllAsync);
    }

    /// <summary>Queues a write and completes when it is committed. <paramref name="write"/> may run several times: it must change only the context it is given.</summary>
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

            if (await CommitAsync(batch) is { } error)
            {
                await WriteEachAsync(batch, error);
            }
        }
    }

    private async Task WriteEachAsync(List<Write> batch, Exception error)
    {
        foreach (var write in batch)
        {
            // A single write has already been tried.
            var (failure, tries) = batch.Count == 1 ? (error, 1) : (await CommitAsync([write]), 1);
            for (; failure is DbUpdateException && tries < MaxTries; tries++)
            {
                failure = await CommitAsync([write]);
            }

            if (failure is not null)
            {
                write.Committed.TrySetException(failure);
            }
        }
    }

    /// <summary>Returns the error that rolled the batch back, or null when every write of it is committed.</summary>
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
        }
        catch (Exception error)
        {
            return error;
        }

        foreach (var write in batch)
        {
            write.Committed.TrySetResult();
        }

        return null;
    }

    private sealed record Write(Func<WorkbenchDbContext, Task> Apply)
    {
        public TaskCompletionSource Committed { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
