using LlmRec.Workbench.Storage;
using Microsoft.EntityFrameworkCore;

namespace LlmRec.Workbench.Runs;

/// <summary>A run's speed over its whole time, counted by the database from when its items finished; pauses show as zero.</summary>
public sealed class RunThroughput(IDbContextFactory<WorkbenchDbContext> contexts, TimeProvider time)
{
    /// <summary>The most slices that a run's time is cut into.</summary>
    public const int MostSlices = 60;

    /// <summary>Equal slices from the start to now, or to the last answer of a run that does not run; empty before two seconds have passed.</summary>
    public async Task<IReadOnlyList<ThroughputSlice>> GetAsync(Run run, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var last = await db.RunItems.Where(i => i.RunId == run.Id).MaxAsync(i => i.FinishedAt, cancellationToken);
        var from = (run.StartedAt ?? run.CreatedAt).ToUniversalTime();
        var to = run.Status == RunStatus.Running ? time.GetUtcNow() : last ?? from;
        var slices = (int)Math.Min(MostSlices, (to - from).TotalSeconds);
        if (slices < 2)
        {
            return [];
        }

        var length = (to - from) / slices;
        var counts = await CountAsync(db, run.Id, from, length, cancellationToken);
        return [.. Enumerable.Range(0, slices).Select(slice => new ThroughputSlice(from + (slice * length), length, Count(counts, slice, slices) / length.TotalSeconds))];
    }

    // An item that finished just at the end, or after it was read, belongs to the last slice.
    private static long Count(List<SliceCount> counts, int slice, int slices) =>
        counts.Where(c => Math.Clamp(c.Slice, 0, slices - 1) == slice).Sum(c => c.Items);

    // Moments are ticks in SQLite and timestamps in PostgreSQL; no one expression counts both.
    private static Task<List<SliceCount>> CountAsync(WorkbenchDbContext db, int runId, DateTimeOffset from, TimeSpan length, CancellationToken cancellationToken)
    {
        var (ticks, seconds, start) = (length.Ticks, length.TotalSeconds, from.UtcTicks);
        return db is SqliteWorkbenchDbContext
            ? db.Database.SqlQuery<SliceCount>(
                $"""
                SELECT ("FinishedAt" - {start}) / {ticks} AS "Slice", COUNT(*) AS "Items"
                FROM "RunItems" WHERE "RunId" = {runId} AND "FinishedAt" IS NOT NULL GROUP BY 1
                """).ToListAsync(cancellationToken)
            : db.Database.SqlQuery<SliceCount>(
                $"""
                SELECT FLOOR(EXTRACT(EPOCH FROM ("FinishedAt" - {from})) / {seconds})::bigint AS "Slice", COUNT(*) AS "Items"
                FROM "RunItems" WHERE "RunId" = {runId} AND "FinishedAt" IS NOT NULL GROUP BY 1
                """).ToListAsync(cancellationToken);
    }

    private sealed record SliceCount(long Slice, long Items);
}
