using LlmRec.Workbench.Catalog;
using LlmRec.Workbench.Storage;
using LlmRec.Workbench.Titles.Answers;
using LlmRec.Workbench.Titles.Baseline;
using Microsoft.EntityFrameworkCore;

namespace LlmRec.Workbench.Titles;

/// <summary>Lists the sentences that wait for repair: a check found something, the model gave nothing, or a person sent them back.</summary>
public sealed class TitleRepairQueue(IDbContextFactory<WorkbenchDbContext> contexts, CatalogService catalog, BaselineService baselines)
{
    /// <summary>Counts of one run's part of the queue, or of all of it for null.</summary>
    public async Task<RepairCounts> CountAsync(int? runId = null, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var groups = await Matching(db, new RepairFilter(RunId: runId)).GroupBy(t => new { t.Violations, t.Source })
            .Select(g => new { g.Key.Violations, g.Key.Source, Count = g.Count() }).ToListAsync(cancellationToken);
        var counts = groups
            .SelectMany(g => Names(g.Violations).Append(g.Source == TitleSource.Rule ? RepairRows.ByRule : null).OfType<string>().Select(name => (Name: name, g.Count)))
            .GroupBy(pair => pair.Name).ToDictionary(same => same.Key, same => same.Sum(pair => pair.Count));
        return new RepairCounts(groups.Sum(g => g.Count), counts);
    }

    public async Task<int> CountRowsAsync(RepairFilter filter, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await Matching(db, filter).CountAsync(cancellationToken);
    }

    /// <summary>A page of the queue, oldest first.</summary>
    public async Task<IReadOnlyList<RepairRow>> GetRowsAsync(RepairFilter filter, int skip, int take, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await ReadAsync(db, Matching(db, filter).OrderBy(t => t.Id).Skip(skip).Take(take), cancellationToken);
    }

    /// <summary>One row; null when it no longer waits for repair.</summary>
    public async Task<RepairRow?> FindAsync(long id, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return (await ReadAsync(db, Matching(db, new RepairFilter()).Where(t => t.Id == id), cancellationToken)).SingleOrDefault();
    }

    private static IQueryable<TitleNormalisation> Matching(WorkbenchDbContext db, RepairFilter filter) => db.TitleNormalisations.AsNoTracking().InRepair(db, filter.ToScope());

    private async Task<IReadOnlyList<RepairRow>> ReadAsync(WorkbenchDbContext db, IQueryable<TitleNormalisation> titles, CancellationToken cancellationToken)
    {
        var tree = await catalog.GetTreeAsync(cancellationToken);
        var baseline = await baselines.GetAsync(cancellationToken);
        var rows = await titles.Select(t => new
        {
            Title = t,
            Attributes = db.Items.Where(i => i.Id == t.ItemId).Select(i => i.Attributes).FirstOrDefault(),
            RunId = db.TitleAnswers.Where(a => a.NormalisationId == t.Id).Max(a => (int?)a.RunId),
        }).ToListAsync(cancellationToken);
        var ids = rows.Select(r => r.RunId).OfType<int>().Distinct().ToList();
        var runs = await db.Runs.AsNoTracking().Where(r => ids.Contains(r.Id)).ToDictionaryAsync(r => r.Id, cancellationToken);
        return [.. rows.Select(row =>
        {
            var title = row.Title;
            var run = row.RunId is { } id ? runs.GetValueOrDefault(id) : null;
            var text = TitleText.Parse(title.RawTitle, row.Attributes, title.CategoryId is { } category ? tree.Find(category)?.Name : null);
            return new RepairRow(title.Id, title.ItemId, title.RawTitle, title.Sentence, title.Source, Names(title.Violations), title.Version, run?.Id,
                run is null ? "" : $"{run.PromptName}@{run.PromptVersionNumber}", run?.Model ?? "", baseline.Normalise(text).Sentence);
        })];
    }

    private static string[] Names(string violations) => violations.Split(',', StringSplitOptions.RemoveEmptyEntries);
}
