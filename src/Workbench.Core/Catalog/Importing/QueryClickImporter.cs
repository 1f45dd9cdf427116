using System.Globalization;
using LlmRec.Workbench.Storage;
using Microsoft.EntityFrameworkCore;

namespace LlmRec.Workbench.Catalog.Importing;

/// <summary>Imports click statistics. The file is all of them: what it does not have is forgotten.</summary>
internal sealed class QueryClickImporter(CategoryTree tree) : IKindImporter
{
    private static readonly string[] Columns = ["Query", "CategoryId", "Clicks"];

    private readonly CategoryLookup _categories = new(tree);

    public string Kind => ImportKinds.QueryClicks;

    public async Task<ImportWrite> CheckAsync(
        WorkbenchDbContext db, ImportSource source, ImportReport report, IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        var clicks = Read(source, report, progress);
        if (clicks.Count == 0 && report.CanCommit)
        {
            report.Rejections.Add(0, FindingCode.NoRows);
        }

        if (report.CanCommit)
        {
            await CompareAsync(db, clicks, report.Changes, cancellationToken);
        }

        return async (context, token) =>
        {
            await context.QueryClicks.ExecuteDeleteAsync(token);
            var rows = clicks.Select(c => new object?[] { c.Key.Query, c.Key.CategoryId, c.Value.Clicks });
            await BulkRows.WriteAsync(context, "QueryClicks", Columns, rows, token);
        };
    }

    private Dictionary<(string Query, string CategoryId), (long Clicks, int Line)> Read(
        ImportSource source, ImportReport report, IProgress<ImportProgress>? progress)
    {
        var clicks = new Dictionary<(string, string), (long, int)>();
        foreach (var row in source.Rows(report.Rejections, progress))
        {
            ReadRow(row, clicks, report.Rejections);
        }

        report.Total = clicks.Count;
        return clicks;
    }

    private void ReadRow(ImportRow row, Dictionary<(string, string), (long Clicks, int Line)> clicks, FindingList rejections)
    {
        var query = row.Get(ImportColumns.Query);
        var count = row.Get(ImportColumns.Clicks);
        var category = _categories.Find(row.Get(ImportColumns.ItemCategory), row.Line, rejections);
        if (query.Length == 0)
        {
            rejections.Add(row.Line, FindingCode.EmptyQuery);
        }
        else if (!long.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            rejections.Add(row.Line, FindingCode.BadClicks, count);
        }
        else if (ImportText.Check(query, ImportLimits.MaxNameLength, row.Line, rejections) && category is not null && !clicks.TryAdd((query, category), (number, row.Line)))
        {
            rejections.Add(row.Line, FindingCode.DuplicateClick, $"{clicks[(query, category)].Line}");
        }
    }

    private static async Task CompareAsync(
        WorkbenchDbContext db, Dictionary<(string Query, string CategoryId), (long Clicks, int Line)> clicks, ChangeList changes, CancellationToken cancellationToken)
    {
        var known = new HashSet<(string, string)>();
        await foreach (var old in db.QueryClicks.AsNoTracking().AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            var id = $"{old.Query} → {old.CategoryId}";
            if (!clicks.TryGetValue((old.Query, old.CategoryId), out var now))
            {
                changes.Add(ChangeKind.Gone, id, $"{old.Clicks}", null);
                continue;
            }

            known.Add((old.Query, old.CategoryId));
            if (now.Clicks != old.Clicks)
            {
                changes.Add(ChangeKind.Renamed, id, $"{old.Clicks}", $"{now.Clicks}");
            }
        }

        foreach (var (key, value) in clicks.Where(c => !known.Contains(c.Key)))
        {
            changes.Add(ChangeKind.Added, $"{key.Query} → {key.CategoryId}", null, $"{value.Clicks}");
        }
    }
}
