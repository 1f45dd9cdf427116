using LlmRec.Workbench.Storage;

namespace LlmRec.Workbench.Catalog.Importing;

/// <summary>Imports one of <see cref="ImportKinds"/>.</summary>
internal interface IKindImporter : IAsyncDisposable
{
    string Kind { get; }

    /// <summary>
    /// Reads the file, compares it with the database and fills the report; changes nothing. Returns the write, which runs inside a transaction and only
    /// when there are no rejections.
    /// </summary>
    Task<ImportWrite> CheckAsync(
        WorkbenchDbContext db, ImportSource source, ImportReport report, IProgress<ImportProgress>? progress, CancellationToken cancellationToken);

    /// <summary>Clears away what checking left with the context's connection.</summary>
    ValueTask IAsyncDisposable.DisposeAsync() => ValueTask.CompletedTask;
}

/// <summary>Writes a checked import. The caller opens the transaction and commits it.</summary>
internal delegate Task ImportWrite(WorkbenchDbContext db, CancellationToken cancellationToken);
