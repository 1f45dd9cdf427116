using System.Linq.Expressions;
using LlmRec.Workbench.Catalog;
using LlmRec.Workbench.Catalog.Importing;
using LlmRec.Workbench.Complements;
using LlmRec.Workbench.Mapping.Settings;
using LlmRec.Workbench.Storage;
using Microsoft.EntityFrameworkCore;

namespace LlmRec.Workbench.Mapping;

/// <summary>
/// Maps stored texts again after the tree, the clicks or the settings have changed, those that pairs wait for first. What is done stays done: after an
/// interruption the rest can be done later. What people have decided is never touched.
/// </summary>
public sealed class MappingRefresher(
    IDbContextFactory<WorkbenchDbContext> contexts, StorageWriter writer, MappingStore store, CategoryMapper mapper, CurrentMappingOptions inForce)
{
    private const int Chunk = 200;

    /// <summary>Maps every stored text again if an import has changed what texts can mean, and returns how many there are; 0 where nothing had to be done.</summary>
    public Task<int> FollowAsync(ImportReport report, CancellationToken cancellationToken = default) =>
        report is { Committed: true, Kind: not ImportKinds.Items } ? RemapAllAsync(cancellationToken: cancellationToken) : Task.FromResult(0);

    /// <summary>Maps every stored text again, with its waiting pairs, and returns how many texts there are. May be repeated after an interruption.</summary>
    public Task<int> RemapAllAsync(IProgress<RemapProgress>? progress = null, CancellationToken cancellationToken = default) =>
        RemapAsync(_ => true, progress, cancellationToken);

    /// <summary>Maps the texts again that are still mapped with other settings than those in force, and returns how many there were.</summary>
    public async Task<int> RemapPendingAsync(IProgress<RemapProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        var settingsId = (await inForce.GetAsync(cancellationToken)).SettingsId;
        return await RemapAsync(m => m.SettingsId != settingsId, progress, cancellationToken);
    }

    /// <summary>Maps the texts again that could not be mapped, and returns how many there were.</summary>
    public Task<int> RetryFailedAsync(IProgress<RemapProgress>? progress = null, CancellationToken cancellationToken = default) =>
        RemapAsync(m => m.Outcome == MappingOutcome.Failed, progress, cancellationToken);

    /// <summary>How many texts are still mapped with other settings than those in force.</summary>
    public async Task<int> CountPendingAsync(CancellationToken cancellationToken = default)
    {
        var settingsId = (await inForce.GetAsync(cancellationToken)).SettingsId;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Mappings.CountAsync(m => m.SettingsId != settingsId, cancellationToken);
    }

    /// <summary>How many texts could not be mapped, and why the newest of them could not.</summary>
    public async Task<FailedMappings> SummariseFailedAsync(CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var failed = db.Mappings.Where(m => m.Outcome == MappingOutcome.Failed);
        var count = await failed.CountAsync(cancellationToken);
        return count == 0 ? FailedMappings.None
            : new FailedMappings(count, await failed.OrderByDescending(m => m.MappedAt).ThenByDescending(m => m.Id).Select(m => m.Error).FirstAsync(cancellationToken) ?? "");
    }

    private async Task<int> RemapAsync(Expression<Func<Mapping, bool>> which, IProgress<RemapProgress>? progress, CancellationToken cancellationToken)
    {
        List<long> ids;
        await using (var db = await contexts.CreateDbContextAsync(cancellationToken))
        {
            ids = await db.Mappings.Where(which).OrderByDescending(m => db.Pairs.Any(p => p.MappingId == m.Id && p.State == PairState.Waiting))
                .ThenBy(m => m.Id).Select(m => m.Id).ToListAsync(cancellationToken);
        }

        var done = 0;
        foreach (var chunk in ids.Chunk(Chunk))
        {
            progress?.Report(new RemapProgress(done, ids.Count));
            await RemapChunkAsync(chunk, cancellationToken);
            done += chunk.Length;
        }

        progress?.Report(new RemapProgress(done, ids.Count));
        return ids.Count;
    }

    // Mapped before the write begins: a source may have to ask over the network, and there is one writer.
    private async Task RemapChunkAsync(long[] ids, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var texts = await db.Mappings.Where(m => EF.Parameter(ids).Contains(m.Id)).Select(m => new { m.Id, m.Text, m.MappedAt }).ToListAsync(cancellationToken);
        var mapped = await mapper.MapAsync([.. texts.Select(t => t.Text)], MappingStore.CandidatesKept, cancellationToken);
        var results = texts.Zip(mapped).ToDictionary(r => r.First.Id, r => (r.First.MappedAt, r.Second));
        await writer.WriteAsync(fresh => store.ReplaceAsync(fresh, results, CancellationToken.None), cancellationToken);
    }
}
