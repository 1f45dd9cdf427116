using LlmRec.Workbench.Storage;
using Microsoft.EntityFrameworkCore;

namespace LlmRec.Workbench.Catalog.Importing;

/// <summary>Imports products: adds and replaces by ID. A product that the file does not have stays, for a site's products come in many files.</summary>
internal sealed class ItemImporter(CategoryTree tree) : IKindImporter
{
    private const int Batch = 500;

    private const string Upsert = """
        INSERT INTO "Items" ("Id", "CategoryId", "Title", "Attributes") VALUES (@p0, @p1, @p2, @p3)
        ON CONFLICT ("Id") DO UPDATE SET "CategoryId" = excluded."CategoryId", "Title" = excluded."Title", "Attributes" = excluded."Attributes"
        """;

    public string Kind => ImportKinds.Items;

    public async Task<ImportWrite> CheckAsync(WorkbenchDbContext db, ImportSource source, ImportReport report, CancellationToken cancellationToken)
    {
        foreach (var batch in Read(source, report.Rejections).Chunk(Batch))
        {
            report.Total += batch.Length;
            await CompareAsync(db, batch, report.Changes, cancellationToken);
        }

        if (report.Total == 0 && report.CanCommit)
        {
            report.Rejections.Add(0, FindingCode.NoRows);
        }

        return (context, token) => BulkRows.WriteAsync(
            context, Upsert, Read(source, new FindingList()).Select(i => new object[] { i.Id, (object?)i.CategoryId ?? DBNull.Value, i.Title, i.Attributes }), token);
    }

    private IEnumerable<Item> Read(ImportSource source, FindingList rejections)
    {
        var rows = new ItemRows(new CategoryLookup(tree), rejections);
        return source.Rows(rejections).Select(rows.Read).OfType<Item>();
    }

    private static async Task CompareAsync(WorkbenchDbContext db, Item[] batch, ChangeList changes, CancellationToken cancellationToken)
    {
        var ids = batch.Select(i => i.Id).ToArray();
        var stored = await db.Items.AsNoTracking().Where(i => ids.Contains(i.Id)).ToDictionaryAsync(i => i.Id, cancellationToken);
        foreach (var item in batch)
        {
            if (!stored.TryGetValue(item.Id, out var old))
            {
                changes.Add(ChangeKind.Added, item.Id, null, item.Title);
                continue;
            }

            if (old.Title != item.Title || old.Attributes != item.Attributes)
            {
                changes.Add(ChangeKind.Renamed, item.Id, old.Title, item.Title);
            }

            if (old.CategoryId != item.CategoryId)
            {
                changes.Add(ChangeKind.Moved, item.Id, old.CategoryId, item.CategoryId);
            }
        }
    }
}
