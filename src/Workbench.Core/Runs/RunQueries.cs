using LlmRec.Workbench.Storage;
using Microsoft.EntityFrameworkCore;

namespace LlmRec.Workbench.Runs;

/// <summary>Reads runs and their items; every figure comes from the stored items, so any process on any node sees the same.</summary>
public sealed class RunQueries(IDbContextFactory<WorkbenchDbContext> contexts, TimeProvider time)
{
    private static readonly TimeSpan RateWindow = TimeSpan.FromSeconds(30);

    /// <summary>Newest first.</summary>
    public async Task<IReadOnlyList<RunSummary>> ListAsync(int take = 200, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var runs = await db.Runs.AsNoTracking().OrderByDescending(r => r.Id).Take(take).ToListAsync(cancellationToken);
        return await SummarizeAsync(db, runs, cancellationToken);
    }

    public async Task<RunSummary?> GetAsync(int id, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var run = await db.Runs.AsNoTracking().Where(r => r.Id == id).ToListAsync(cancellationToken);
        return (await SummarizeAsync(db, run, cancellationToken)).SingleOrDefault();
    }

    public async Task<int> CountItemsAsync(int runId, RunItemFilter filter, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await Filter(db, runId, filter).CountAsync(cancellationToken);
    }

    /// <summary>A page of items in their order, without their long texts (<see cref="RunItem.PromptSent"/>).</summary>
    public async Task<IReadOnlyList<RunItem>> GetItemsAsync(int runId, RunItemFilter filter, int skip, int take, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await WithoutPrompt(Filter(db, runId, filter).OrderBy(i => i.Position).Skip(skip).Take(take)).ToListAsync(cancellationToken);
    }

    /// <summary>The items that finished last, newest first.</summary>
    public async Task<IReadOnlyList<RunItem>> GetNewestAsync(int runId, int take, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var newest = db.RunItems.Where(i => i.RunId == runId && i.FinishedAt != null).OrderByDescending(i => i.FinishedAt).ThenByDescending(i => i.Id);
        return await WithoutPrompt(newest.Take(take)).ToListAsync(cancellationToken);
    }

    /// <summary>One item in full.</summary>
    public async Task<RunItem?> GetItemAsync(long itemId, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.RunItems.AsNoTracking().SingleOrDefaultAsync(i => i.Id == itemId, cancellationToken);
    }

    /// <summary>The newest answered item about a subject, in any run of a kind; null when there is none.</summary>
    public async Task<RunItem?> GetLastAnswerAsync(string kind, string subjectId, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.RunItems.AsNoTracking()
            .Where(i => i.SubjectId == subjectId && i.Answer != "" && db.Runs.Any(r => r.Id == i.RunId && r.Kind == kind))
            .OrderByDescending(i => i.RunId).FirstOrDefaultAsync(cancellationToken);
    }

    /// <summary>The subjects that any run of a kind has a usable answer for.</summary>
    public async Task<IReadOnlySet<string>> GetAnsweredSubjectsAsync(string kind, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await Succeeded(db, kind).Select(i => i.SubjectId).Distinct().ToHashSetAsync(cancellationToken);
    }

    /// <summary>The same subjects, each with its newest answer.</summary>
    public async Task<IReadOnlyList<AnsweredSubject>> GetAnsweredAsync(string kind, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var newest = Succeeded(db, kind).GroupBy(i => i.SubjectId).Select(same => same.Max(i => i.Id));
        return await db.RunItems.Where(i => newest.Contains(i.Id)).OrderBy(i => i.SubjectName)
            .Select(i => new AnsweredSubject(i.SubjectId, i.SubjectName, i.RunId, i.Id, i.Answer, i.FinishedAt)).ToListAsync(cancellationToken);
    }

    private static IQueryable<RunItem> Succeeded(WorkbenchDbContext db, string kind) =>
        db.RunItems.AsNoTracking().Where(i => i.Outcome == ItemOutcome.Succeeded && db.Runs.Any(r => r.Id == i.RunId && r.Kind == kind));

    private static IQueryable<RunItem> Filter(WorkbenchDbContext db, int runId, RunItemFilter filter)
    {
        var items = db.RunItems.AsNoTracking().Where(i => i.RunId == runId);
        items = filter.Outcome is { } outcome ? items.Where(i => i.Outcome == outcome) : items;
        return string.IsNullOrWhiteSpace(filter.Text) ? items
            : items.Where(i => i.SubjectName.Contains(filter.Text) || i.SubjectId == filter.Text);
    }

    private static IQueryable<RunItem> WithoutPrompt(IQueryable<RunItem> items) => items.Select(i => new RunItem
    {
        Id = i.Id, RunId = i.RunId, Position = i.Position, SubjectId = i.SubjectId, SubjectName = i.SubjectName, Outcome = i.Outcome, Attempts = i.Attempts,
        FromCache = i.FromCache, LatencyMs = i.LatencyMs, InputTokens = i.InputTokens, OutputTokens = i.OutputTokens, Cost = i.Cost, Answer = i.Answer,
        Violations = i.Violations, Error = i.Error, FinishedAt = i.FinishedAt,
    });

    private async Task<IReadOnlyList<RunSummary>> SummarizeAsync(WorkbenchDbContext db, IReadOnlyList<Run> runs, CancellationToken cancellationToken)
    {
        var ids = runs.Select(r => r.Id).ToList();
        var groups = await db.RunItems.Where(i => ids.Contains(i.RunId)).GroupBy(i => new { i.RunId, i.Outcome }).Select(g => new
        {
            g.Key.RunId,
            g.Key.Outcome,
            Count = g.Count(),
            Cost = g.Sum(i => i.Cost),
            Input = g.Sum(i => (long)i.InputTokens),
            Output = g.Sum(i => (long)i.OutputTokens),
            Cached = g.Sum(i => i.FromCache ? 1 : 0),
        }).ToListAsync(cancellationToken);
        var summaries = new List<RunSummary>();
        foreach (var run in runs)
        {
            var own = groups.Where(g => g.RunId == run.Id).ToList();
            var counts = own.ToDictionary(g => g.Outcome, g => g.Count);
            var rate = run.Status == RunStatus.Running ? await RateAsync(db, run.Id, cancellationToken) : 0;
            var pending = counts.GetValueOrDefault(ItemOutcome.Pending);
            summaries.Add(new(run, counts, own.Sum(g => g.Cost), own.Sum(g => g.Input), own.Sum(g => g.Output), own.Sum(g => g.Cached), rate,
                rate > 0 && pending > 0 ? TimeSpan.FromSeconds(pending / rate) : null));
        }

        return summaries;
    }

    private async Task<double> RateAsync(WorkbenchDbContext db, int runId, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var since = now - RateWindow;
        var recent = db.RunItems.Where(i => i.RunId == runId && i.FinishedAt >= since);
        var count = await recent.CountAsync(cancellationToken);
        var first = count < 2 ? null : await recent.MinAsync(i => i.FinishedAt, cancellationToken);
        return first is { } from && now > from ? count / (now - from).TotalSeconds : 0;
    }
}
