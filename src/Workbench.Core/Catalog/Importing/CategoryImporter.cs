using LlmRec.Workbench.Storage;
using Microsoft.EntityFrameworkCore;

namespace LlmRec.Workbench.Catalog.Importing;

/// <summary>Imports a whole tree: what the file no longer has retires, so that every judgment keeps its subject; what comes back is active again.</summary>
internal sealed class CategoryImporter(ImportRequest request, TimeProvider time) : IKindImporter
{
    public string Kind => ImportKinds.Categories;

    public async Task<ImportWrite> CheckAsync(
        WorkbenchDbContext db, ImportSource source, ImportReport report, IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        report.NameColumns = [.. source.Columns.Where(ImportColumns.IsNameColumn)];
        var categories = ChooseNameColumn(source, report) ? Read(source, report, progress) : [];
        if (report.CanCommit)
        {
            Compare(await db.Categories.AsNoTracking().ToDictionaryAsync(c => c.Id, cancellationToken), categories, report.Changes);
        }

        return (context, token) => WriteAsync(context, categories, token);
    }

    private bool ChooseNameColumn(ImportSource source, ImportReport report)
    {
        var wanted = request.NameColumn is { Length: > 0 } column ? ImportText.Column(column) : null;
        report.NameColumn = wanted ?? report.NameColumns.OrderBy(Preference).FirstOrDefault();
        var hasPath = source.Columns.Count == 0 || ImportColumns.Path.Intersect(source.Columns).Any();
        if (wanted is not null ? report.NameColumns.Contains(wanted) : report.NameColumn is not null || hasPath)
        {
            return true;
        }

        report.Rejections.Add(1, FindingCode.NoNameColumn, wanted ?? "name", string.Join(", ", source.Columns));
        return false;
    }

    private static int Preference(string column) =>
        ImportColumns.Name.Contains(column) ? 0 : column.StartsWith("name_zh", StringComparison.Ordinal) ? 1 : 2;

    private static IReadOnlyList<Category> Read(ImportSource source, ImportReport report, IProgress<ImportProgress>? progress)
    {
        var hasParent = ImportColumns.Parent.Intersect(source.Columns).Any();
        var rows = new CategoryRows(report, report.NameColumn is { } name ? [name] : []);
        var drafts = rows.Read(source.Rows(report.Rejections, progress), hasParent);
        RootsOfZero(drafts, rows);
        CategoryPaths.Resolve(drafts, report);
        var categories = new CategoryForest(drafts, report).Build(rows.Knows);
        if (categories.Count == 0 && report.CanCommit)
        {
            report.Rejections.Add(0, FindingCode.NoRows);
        }

        return categories;
    }

    /// <summary>Many sites write 0 or -1 for "no parent".</summary>
    private static void RootsOfZero(List<CategoryDraft> drafts, CategoryRows rows)
    {
        foreach (var draft in drafts.Where(d => d.ParentId is "0" or "-1" && !rows.Knows(d.ParentId)))
        {
            draft.ParentId = null;
        }
    }

    private static void Compare(Dictionary<string, Category> before, IReadOnlyList<Category> after, ChangeList changes)
    {
        foreach (var category in after)
        {
            if (!before.Remove(category.Id, out var old) || old.RetiredAt is not null)
            {
                changes.Add(ChangeKind.Added, category.Id, null, category.Path);
                continue;
            }

            if (old.Name != category.Name)
            {
                changes.Add(ChangeKind.Renamed, category.Id, old.Name, category.Name);
            }

            if (old.ParentId != category.ParentId)
            {
                changes.Add(ChangeKind.Moved, category.Id, old.Path, category.Path);
            }
        }

        foreach (var gone in before.Values.Where(c => c.RetiredAt is null).OrderBy(c => c.Position))
        {
            changes.Add(ChangeKind.Gone, gone.Id, gone.Path, null);
        }
    }

    private async Task WriteAsync(WorkbenchDbContext db, IReadOnlyList<Category> categories, CancellationToken cancellationToken)
    {
        var stored = await db.Categories.ToDictionaryAsync(c => c.Id, cancellationToken);
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        foreach (var category in categories)
        {
            if (stored.Remove(category.Id, out var old))
            {
                Copy(category, old);
            }
            else
            {
                db.Add(category);
            }
        }

        var now = time.GetUtcNow();
        foreach (var gone in stored.Values)
        {
            gone.RetiredAt ??= now;
        }

        db.ChangeTracker.AutoDetectChangesEnabled = true;
        await db.SaveChangesAsync(cancellationToken);
    }

    private static void Copy(Category from, Category to)
    {
        to.ParentId = from.ParentId;
        to.Name = from.Name;
        to.Path = from.Path;
        to.Depth = from.Depth;
        to.IsLeaf = from.IsLeaf;
        to.Position = from.Position;
        to.RetiredAt = null;
    }
}
