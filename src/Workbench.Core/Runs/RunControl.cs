using LlmRec.Workbench.Security;
using LlmRec.Workbench.Storage;
using Microsoft.EntityFrameworkCore;

namespace LlmRec.Workbench.Runs;

/// <summary>Starts, pauses, resumes, cancels and retries runs. What a run has already answered always stays.</summary>
public sealed class RunControl(
    IDbContextFactory<WorkbenchDbContext> contexts, RunPlanner planner, ShardExecutor executor, IShardQueue queue, TimeProvider time)
{
    /// <summary><see cref="Run.StatusReason"/> of a run that paused itself because it had spent its limit.</summary>
    public const string CostLimitReached = "cost-limit";

    private const int ShardSize = 250;
    private const int ItemsAtOnce = 5000;

    /// <summary>Stores the run with all its items and queues its shards.</summary>
    public async Task<Run> StartAsync(Caller caller, RunRequest request, CancellationToken cancellationToken = default)
    {
        caller.Demand(Policies.RunModels);
        var plan = await planner.PlanAsync(request, cancellationToken);
        var subjects = await plan.Kind.GetSubjectsAsync(request.Scope, request.Limit, cancellationToken);
        if (subjects.Count == 0)
        {
            throw new RunRejectedException($"Scope '{request.Scope}' holds nothing to ask about. Choose 'all' or the ID of a category that has leaf categories.");
        }

        var run = NewRun(caller, request, plan, subjects.Count, time.GetUtcNow());
        await using (var db = await contexts.CreateDbContextAsync(cancellationToken))
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            db.Runs.Add(run);
            await db.SaveChangesAsync(cancellationToken);
            db.RunShards.AddRange(Enumerable.Range(0, (subjects.Count + ShardSize - 1) / ShardSize).Select(number =>
                new RunShard { RunId = run.Id, Number = number, From = number * ShardSize, To = Math.Min((number + 1) * ShardSize, subjects.Count) }));
            await AddItemsAsync(db, run.Id, subjects, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }

        await EnqueuePendingAsync(run.Id, cancellationToken);
        return run;
    }

    // Saved in parts, each forgotten when it is saved: a run may be about a million products.
    private static async Task AddItemsAsync(WorkbenchDbContext db, int runId, IReadOnlyList<RunSubject> subjects, CancellationToken cancellationToken)
    {
        foreach (var part in subjects.Index().Chunk(ItemsAtOnce))
        {
            db.RunItems.AddRange(part.Select(row => new RunItem { RunId = runId, Position = row.Index, SubjectId = row.Item.Id, SubjectName = row.Item.Name }));
            await db.SaveChangesAsync(cancellationToken);
            db.ChangeTracker.Clear();
        }
    }

    /// <summary>Takes no new item; calls in flight come home and are kept.</summary>
    public Task PauseAsync(Caller caller, int runId, CancellationToken cancellationToken = default) =>
        ChangeAsync(caller, runId, RunStatus.Paused, [RunStatus.Running], cancellationToken);

    /// <summary>Goes on where a paused run stopped.</summary>
    public async Task ResumeAsync(Caller caller, int runId, CancellationToken cancellationToken = default)
    {
        await ChangeAsync(caller, runId, RunStatus.Running, [RunStatus.Paused], cancellationToken);
        await EnqueuePendingAsync(runId, cancellationToken);
    }

    /// <summary>Ends a run for good; its results stay.</summary>
    public Task CancelAsync(Caller caller, int runId, CancellationToken cancellationToken = default) =>
        ChangeAsync(caller, runId, RunStatus.Cancelled, [RunStatus.Running, RunStatus.Paused], cancellationToken);

    /// <summary>Asks again about the items whose call failed, and about no other; returns how many.</summary>
    public async Task<int> RetryFailedAsync(Caller caller, int runId, CancellationToken cancellationToken = default)
    {
        caller.Demand(Policies.RunModels);
        int retried;
        await using (var db = await contexts.CreateDbContextAsync(cancellationToken))
        {
            if (await db.Runs.AnyAsync(r => r.Id == runId && r.Status == RunStatus.Cancelled, cancellationToken))
            {
                throw new RunRejectedException($"Run {runId} is cancelled; asking again would also ask about what it left open. Start a new run: its earlier answers come from the cache.");
            }

            retried = await db.RunItems.Where(i => i.RunId == runId && i.Outcome == ItemOutcome.Failed)
                .ExecuteUpdateAsync(set => set.SetProperty(i => i.Outcome, ItemOutcome.Pending), cancellationToken);
        }

        if (retried > 0)
        {
            await ChangeAsync(caller, runId, RunStatus.Running, Enum.GetValues<RunStatus>(), cancellationToken);
            await EnqueuePendingAsync(runId, cancellationToken);
        }

        return retried;
    }

    /// <summary>Takes up every running run that an ended process left behind. Call once at start.</summary>
    public async Task RequeueUnfinishedAsync(CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        foreach (var shard in await db.RunShards.Where(s => s.LeaseOwner != "").ToListAsync(cancellationToken))
        {
            shard.LeaseOwner = WorkerIdentity.IsDead(shard.LeaseOwner) ? "" : shard.LeaseOwner;
        }

        await db.SaveChangesAsync(cancellationToken);
        foreach (var runId in await db.Runs.Where(r => r.Status == RunStatus.Running).Select(r => r.Id).ToListAsync(cancellationToken))
        {
            await EnqueuePendingAsync(runId, cancellationToken);
            await executor.CompleteAsync(runId);
        }
    }

    private static Run NewRun(Caller caller, RunRequest request, RunPlan plan, int itemCount, DateTimeOffset now) => new()
    {
        Kind = plan.Kind.Name,
        PromptVersionId = plan.Version.Id,
        PromptName = plan.PromptName,
        PromptVersionNumber = plan.Version.Number,
        ModelProfile = plan.Profile.Name,
        Model = plan.Profile.Model,
        Recorded = plan.Profile.Recorded,
        Scope = request.Scope,
        ItemCount = itemCount,
        CostLimit = request.CostLimit,
        Currency = plan.Profile.Currency,
        CreatedBy = caller.Name,
        CreatedAt = now,
        StartedAt = now,
    };

    private async Task ChangeAsync(Caller caller, int runId, RunStatus to, RunStatus[] from, CancellationToken cancellationToken)
    {
        caller.Demand(Policies.RunModels);
        var finishedAt = to == RunStatus.Cancelled ? time.GetUtcNow() : (DateTimeOffset?)null;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var changed = await db.Runs.Where(r => r.Id == runId && from.Contains(r.Status)).ExecuteUpdateAsync(
            set => set.SetProperty(r => r.Status, to).SetProperty(r => r.StatusReason, "").SetProperty(r => r.FinishedAt, finishedAt), cancellationToken);
        if (changed == 0)
        {
            var status = await db.Runs.Where(r => r.Id == runId).Select(r => (RunStatus?)r.Status).SingleOrDefaultAsync(cancellationToken);
            throw new RunRejectedException(status is null
                ? $"There is no run {runId}."
                : $"Run {runId} is {status}; only a run that is {string.Join(" or ", from)} can become {to}.");
        }
    }

    private async Task EnqueuePendingAsync(int runId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var shards = await db.RunShards
            .Where(s => s.RunId == runId && db.RunItems.Any(i => i.RunId == runId && i.Position >= s.From && i.Position < s.To && i.Outcome == ItemOutcome.Pending))
            .OrderBy(s => s.Number).Select(s => s.Number).ToListAsync(cancellationToken);
        foreach (var number in shards)
        {
            queue.Enqueue(runId, number);
        }
    }
}
