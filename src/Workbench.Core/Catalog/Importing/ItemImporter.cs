using LlmRec.Workbench.Storage;

namespace LlmRec.Workbench.Catalog.Importing;

/// <summary>Imports products: adds and replaces by ID. A product that the file does not have stays, for a site's products come in many files.</summary>
internal sealed class ItemImporter(CategoryTree tree) : IKindImporter
{
    private ItemStaging? _staging;

    public string Kind => ImportKinds.Items;

    public async Task<ImportWrite> CheckAsync(
        WorkbenchDbContext db, ImportSource source, ImportReport report, IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        var staging = _staging = await ItemStaging.CreateAsync(db, cancellationToken);
        await staging.LoadAsync(Read(source, report, progress, cancellationToken), cancellationToken);
        progress?.Report(new ImportProgress(ImportStage.Comparing, null, report.Total));
        await CheckDuplicatesAsync(staging, report, cancellationToken);
        if (report.Total == 0 && report.CanCommit)
        {
            report.Rejections.Add(0, FindingCode.NoRows);
        }

        if (report.CanCommit)
        {
            await CompareAsync(staging, report.Changes, cancellationToken);
        }

        return (_, token) => staging.WriteAsync(share => progress?.Report(new ImportProgress(ImportStage.Writing, share, report.Total)), token);
    }

    public ValueTask DisposeAsync() => _staging?.DisposeAsync() ?? ValueTask.CompletedTask;

    private IEnumerable<ItemRow> Read(ImportSource source, ImportReport report, IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        var rows = new ItemRows(new CategoryLookup(tree), source.Columns, report.Rejections);
        foreach (var row in source.Rows(report.Rejections, progress).Select(rows.Read).OfType<ItemRow>())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (row.Title is not null)
            {
                report.Total++;
                report.Unfiled += row.CategoryId is null ? 1 : 0;
            }

            yield return row;
        }
    }

    private static async Task CheckDuplicatesAsync(ItemStaging staging, ImportReport report, CancellationToken cancellationToken)
    {
        var harmless = 0;
        await foreach (var row in staging.ReadDuplicatesAsync(cancellationToken))
        {
            if (row.HasOwnId)
            {
                report.Rejections.Add(row.Line, FindingCode.DuplicateId, row.Id, $"{row.FirstLine}");
                report.Total--;
            }
            else if (row.SameCategory)
            {
                report.Notices.Add(row.Line, FindingCode.SameTitle, $"{row.FirstLine}");
                harmless++;
            }
            else
            {
                report.Rejections.Add(row.Line, FindingCode.DuplicateTitle, $"{row.FirstLine}");
                report.Total--;
            }
        }

        if (harmless > 0 && report.CanCommit)
        {
            await staging.RemoveDuplicatesAsync(cancellationToken);
        }
    }

    private static async Task CompareAsync(ItemStaging staging, ChangeList changes, CancellationToken cancellationToken)
    {
        await foreach (var item in staging.ReadDifferencesAsync(cancellationToken))
        {
            if (item.IsNew)
            {
                changes.Add(ChangeKind.Added, item.Id, null, item.Title);
                continue;
            }

            if (item.IsEdited)
            {
                changes.Add(ChangeKind.Renamed, item.Id, item.OldTitle, item.Title);
            }

            if (item.CategoryId is not null && item.CategoryId != item.OldCategoryId)
            {
                changes.Add(ChangeKind.Moved, item.Id, item.OldCategoryId, item.CategoryId);
            }
        }
    }
}
