using LlmRec.Workbench.Catalog;
using LlmRec.Workbench.Catalog.Importing;
using LlmRec.Workbench.Storage;
using Microsoft.EntityFrameworkCore;

namespace LlmRec.Workbench.Mapping;

/// <summary>Maps stored texts again after the tree or the clicks have changed.</summary>
public sealed class MappingRefresher(IDbContextFactory<WorkbenchDbContext> contexts, StorageWriter writer, MappingStore store)
{
    private const int Chunk = 200;

    /// <summary>Maps every stored text again if an import has changed what texts can mean, and returns how many there are; 0 where nothing had to be done.</summary>
    public Task<int> FollowAsync(ImportReport report, CancellationToken cancellationToken = default) =>
        report is { Committed: true, Kind: not ImportKinds.Items } ? RemapAllAsync(cancellationToken) : Task.FromResult(0);

    /// <summary>Maps every stored text again, with its waiting pairs, and returns how many texts there are. May be repeated after an interruption.</summary>
    public async Task<int> RemapAllAsync(CancellationToken cancellationToken = default)
    {
        List<string> keys;
        await using (var db = await contexts.CreateDbContextAsync(cancellationToken))
        {
            keys = await db.Mappings.OrderBy(m => m.Id).Select(m => m.Key).ToListAsync(cancellationToken);
        }

        foreach (var chunk in keys.Chunk(Chunk))
        {
            await writer.WriteAsync(
                async db =>
                {
                    foreach (var key in chunk)
                    {
                        await store.RemapAsync(db, key, cancellationToken);
                    }
                },
                cancellationToken);
        }

        return keys.Count;
    }
}
