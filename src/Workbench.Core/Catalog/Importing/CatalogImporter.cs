using LlmRec.Workbench.Security;
using LlmRec.Workbench.Storage;
using Microsoft.EntityFrameworkCore;

namespace LlmRec.Workbench.Catalog.Importing;

/// <summary>Brings files of categories, products and query clicks into the catalog: all of a file or nothing, with every reason not to.</summary>
public sealed class CatalogImporter
{
    private readonly IDbContextFactory<WorkbenchDbContext> _contexts;
    private readonly CategoryTreeCache _trees;
    private readonly TimeProvider _time;

    internal CatalogImporter(IDbContextFactory<WorkbenchDbContext> contexts, CategoryTreeCache trees, TimeProvider time)
    {
        _contexts = contexts;
        _trees = trees;
        _time = time;
    }

    /// <summary>Says what <see cref="ImportAsync"/> would do; changes nothing.</summary>
    public Task<ImportReport> PreviewAsync(ImportRequest request, IProgress<ImportProgress>? progress = null, CancellationToken cancellationToken = default) =>
        Task.Run(() => RunAsync(request, by: null, progress, cancellationToken), cancellationToken);

    /// <summary>Imports the file unless its report has a rejection. Wrong content never throws: it is in the report.</summary>
    public Task<ImportReport> ImportAsync(
        Caller caller, ImportRequest request, IProgress<ImportProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        caller.Demand(Policies.Administer);
        return Task.Run(() => RunAsync(request, caller.Name, progress, cancellationToken), cancellationToken);
    }

    private async Task<ImportReport> RunAsync(ImportRequest request, string? by, IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        var report = new ImportReport { Kind = request.Kind, FileName = request.FileName };
        if (ImportSource.Open(request, report) is not { } source)
        {
            return report;
        }

        await using var db = await _contexts.CreateDbContextAsync(cancellationToken);
        await using var importer = await ImporterAsync(request, cancellationToken);
        var write = await importer.CheckAsync(db, source, report, progress, cancellationToken);
        if (by is not null && report.CanCommit)
        {
            await CommitAsync(db, write, Record(request, report, by), cancellationToken);
            report.Committed = true;
            _trees.Invalidate();
        }

        return report;
    }

    private async Task<IKindImporter> ImporterAsync(ImportRequest request, CancellationToken cancellationToken) => request.Kind switch
    {
        ImportKinds.Categories => new CategoryImporter(request, _time),
        ImportKinds.Items => new ItemImporter(await _trees.GetAsync(cancellationToken)),
        ImportKinds.QueryClicks => new QueryClickImporter(await _trees.GetAsync(cancellationToken)),
        _ => throw new ArgumentException($"'{request.Kind}' is no kind of import; there are {string.Join(", ", ImportKinds.All)}.", nameof(request)),
    };

    private static async Task CommitAsync(WorkbenchDbContext db, ImportWrite write, CatalogImport record, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await write(db, cancellationToken);
        db.Add(record);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private CatalogImport Record(ImportRequest request, ImportReport report, string by) => new()
    {
        Kind = request.Kind,
        FileName = request.FileName,
        CatalogName = string.IsNullOrWhiteSpace(request.CatalogName) ? Path.GetFileNameWithoutExtension(request.FileName) : request.CatalogName.Trim(),
        Format = report.Format.ToString(),
        Total = report.Total,
        Added = report.Changes.Count(ChangeKind.Added),
        Renamed = report.Changes.Count(ChangeKind.Renamed),
        Moved = report.Changes.Count(ChangeKind.Moved),
        Retired = report.Changes.Count(ChangeKind.Gone),
        By = by,
        At = _time.GetUtcNow(),
    };
}
