using LlmRec.Workbench.Catalog;
using LlmRec.Workbench.Storage;
using Microsoft.EntityFrameworkCore;

namespace LlmRec.Workbench.Review;

/// <summary>Reads what people have decided about the pairs of one category.</summary>
public sealed class JudgmentHistory(IDbContextFactory<WorkbenchDbContext> contexts, CatalogService catalog)
{
    /// <summary>The judgments on pairs whose source the category is, newest first.</summary>
    public async Task<IReadOnlyList<JudgmentRow>> GetAsync(string categoryId, int take, CancellationToken cancellationToken = default)
    {
        var tree = await catalog.GetTreeAsync(cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await (
            from judgment in db.Judgments
            join pair in db.Pairs on judgment.PairId equals pair.Id
            where pair.SourceId == categoryId
            orderby judgment.Id descending
            select new { Judgment = judgment, PairId = pair.Id, pair.Text }).AsNoTracking().Take(take).ToListAsync(cancellationToken);
        return [.. rows.Select(row => new JudgmentRow(
            row.Judgment.Id, row.PairId, row.Text, row.Judgment.Decision, [.. row.Judgment.Targets().Select(id => tree.Find(id)?.Path ?? id)],
            row.Judgment.Reason, row.Judgment.By, row.Judgment.At))];
    }
}

/// <summary>One judgment as a category's history shows it.</summary>
public sealed record JudgmentRow(
    long JudgmentId, long PairId, string Text, Decision Decision, IReadOnlyList<string> TargetPaths, string Reason, string By, DateTimeOffset At);
