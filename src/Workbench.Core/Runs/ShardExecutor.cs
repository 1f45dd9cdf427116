using LlmRec.Workbench.Models;
using LlmRec.Workbench.Prompts;
using LlmRec.Workbench.Storage;
using Microsoft.EntityFrameworkCore;

namespace LlmRec.Workbench.Runs;

/// <summary>Works through the pending items of one shard. Each finished item is committed before its place goes to the next, so running a shard again repeats nothing.</summary>
public sealed class ShardExecutor(
    IDbContextFactory<WorkbenchDbContext> contexts, RunPlanner planner, ItemAsker asker, StorageWriter writer, TimeProvider time)
{
    // Calls in flight when the process is told to stop get this long to come home: they are already being paid for.
    private static readonly TimeSpan StopGrace = TimeSpan.FromSeconds(10);

    /// <summary>
    /// Returns null when there is nothing left for this worker to do: done, paused, cancelled, or <paramref name="stopping"/>.
    /// Returns how long to wait before trying again when another worker holds the shard.
    /// </summary>
    public async Task<TimeSpan?> ExecuteAsync(int runId, int number, CancellationToken stopping)
    {
        if (await LoadAsync(runId, number, stopping) is not var (run, shard) || run.Status != RunStatus.Running)
        {
            return null;
        }

        await using var lease = await ShardLease.TryTakeAsync(contexts, time, shard, stopping);
        if (lease is null)
        {
            return ShardLease.Duration;
        }

        if (await TryPlanAsync(run, stopping) is not { } plan)
        {
            return null;
        }

        using var abort = new CancellationTokenSource();
        await using var _ = stopping.Register(() => abort.CancelAfter(StopGrace));
        var items = await PendingAsync(shard, stopping);
        try
        {
            await Parallel.ForEachAsync(
                items.TakeWhile(_ => lease.MayContinue),
                new ParallelOptions { MaxDegreeOfParallelism = plan.Profile.Concurrency, CancellationToken = abort.Token },
                async (item, cancel) => await StoreAsync(plan.Kind, item, await asker.AskAsync(plan, new(item.SubjectId, item.SubjectName), cancel)));
        }
        catch (OperationCanceledException) when (abort.IsCancellationRequested)
        {
            return null;
        }

        await CompleteAsync(runId);
        return null;
    }

    /// <summary>Marks a running run without pending items as completed.</summary>
    internal async Task CompleteAsync(int runId)
    {
        await using var db = await contexts.CreateDbContextAsync();
        await db.Runs
            .Where(r => r.Id == runId && r.Status == RunStatus.Running)
            .Where(r => !db.RunItems.Any(i => i.RunId == r.Id && i.Outcome == ItemOutcome.Pending))
            .ExecuteUpdateAsync(set => set.SetProperty(r => r.Status, RunStatus.Completed).SetProperty(r => r.FinishedAt, time.GetUtcNow()));
    }

    // The prompt or the profile may have gone since the run was started: the run waits with the reason until someone mends that and resumes it.
    private async Task<RunPlan?> TryPlanAsync(Run run, CancellationToken cancellationToken)
    {
        try
        {
            return await planner.PlanAsync(run, cancellationToken);
        }
        catch (Exception error) when (error is RunRejectedException or PromptNotFoundException or ModelNotFoundException)
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            await db.PauseRunAsync(run.Id, error.Message, cancellationToken);
            return null;
        }
    }

    private async Task<(Run Run, RunShard Shard)?> LoadAsync(int runId, int number, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var run = await db.Runs.AsNoTracking().SingleOrDefaultAsync(r => r.Id == runId, cancellationToken);
        var shard = await db.RunShards.AsNoTracking().SingleOrDefaultAsync(s => s.RunId == runId && s.Number == number, cancellationToken);
        return run is null || shard is null ? null : (run, shard);
    }

    private async Task<IReadOnlyList<RunItem>> PendingAsync(RunShard shard, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.RunItems.AsNoTracking()
            .Where(i => i.RunId == shard.RunId && i.Position >= shard.From && i.Position < shard.To && i.Outcome == ItemOutcome.Pending)
            .OrderBy(i => i.Position)
            .ToListAsync(cancellationToken);
    }

    private Task StoreAsync(IRunKind kind, RunItem item, AskedItem asked)
    {
        var (attempts, cost, finishedAt) = (item.Attempts + asked.Attempts, item.Cost + asked.Cost, time.GetUtcNow());
        var violations = string.Join(',', asked.Reading?.Violations ?? []);
        return writer.WriteAsync(async db =>
        {
            var finished = await db.RunItems.Where(i => i.Id == item.Id && i.Outcome == ItemOutcome.Pending).ExecuteUpdateAsync(set => set
                .SetProperty(i => i.Outcome, asked.Outcome)
                .SetProperty(i => i.Attempts, attempts)
                .SetProperty(i => i.FromCache, asked.FromCache)
                .SetProperty(i => i.LatencyMs, asked.LatencyMs)
                .SetProperty(i => i.InputTokens, asked.InputTokens)
                .SetProperty(i => i.OutputTokens, asked.OutputTokens)
                .SetProperty(i => i.Cost, cost)
                .SetProperty(i => i.PromptSent, asked.PromptSent)
                .SetProperty(i => i.Answer, asked.Answer)
                .SetProperty(i => i.Violations, violations)
                .SetProperty(i => i.Error, asked.Error)
                .SetProperty(i => i.FinishedAt, finishedAt));
            if (finished == 1 && asked.Reading is { } reading)
            {
                await kind.StoreAsync(db, item, reading);
            }
        });
    }
}
