using LlmRec.Workbench.Mapping;
using LlmRec.Workbench.Runs;
using LlmRec.Workbench.Storage;
using Microsoft.EntityFrameworkCore;

namespace LlmRec.Workbench.Complements;

/// <summary>
/// Stores the mentions of a run item with the pairs and mappings that they support. Storing an item again replaces its earlier mentions, so it may run twice;
/// several items may share one context and its unsaved rows.
/// </summary>
public sealed class ComplementStore(MappingStore mappings, TimeProvider time)
{
    /// <summary>Adds to <paramref name="db"/> and leaves the saving to the caller.</summary>
    public async Task StoreAsync(WorkbenchDbContext db, RunItem item, IReadOnlyList<MappingResult> mentions)
    {
        // A batch holds thousands of tracked rows; looking for changes in all of them at every lookup would cost more than the writing.
        var detecting = db.ChangeTracker.AutoDetectChangesEnabled;
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            await ReplaceAsync(db, item, mentions);
        }
        finally
        {
            db.ChangeTracker.AutoDetectChangesEnabled = detecting;
        }
    }

    private async Task ReplaceAsync(WorkbenchDbContext db, RunItem item, IReadOnlyList<MappingResult> mentions)
    {
        await ForgetAsync(db, item);
        if (mentions.Count == 0)
        {
            return;
        }

        var mappingsByKey = await mappings.GetOrAddAsync(db, mentions);
        var pairs = await PairsOfAsync(db, item.SubjectId);
        foreach (var (index, mention) in mentions.Index())
        {
            var mapping = mappingsByKey[TextKey.Normalize(mention.Text)];
            if (!pairs.TryGetValue(mapping, out var pair))
            {
                pair = AddPair(db, item.SubjectId, mention.Text, mapping);
                pairs.Add(mapping, pair);
            }

            pair.Support++;
            db.Mentions.Add(new Mention
            {
                RunId = item.RunId, RunItemId = item.Id, SourceId = item.SubjectId, Text = mention.Text, Rank = index + 1, Pair = pair,
            });
        }
    }

    // Deleted at once, because the new mentions take the same places. Only an item that was stored before can have any.
    private static async Task ForgetAsync(WorkbenchDbContext db, RunItem item)
    {
        if (item.FinishedAt is null)
        {
            return;
        }

        var earlier = db.Mentions.Where(m => m.RunItemId == item.Id);
        foreach (var pair in await earlier.Select(m => m.Pair!).ToListAsync())
        {
            pair.Support--;
        }

        await earlier.ExecuteDeleteAsync();
    }

    private static async Task<Dictionary<Mapping.Mapping, Pair>> PairsOfAsync(WorkbenchDbContext db, string sourceId)
    {
        await db.Pairs.Include(p => p.Mapping).Where(p => p.SourceId == sourceId).LoadAsync();
        return db.Pairs.Local.Where(p => p.SourceId == sourceId).ToDictionary(p => p.Mapping!);
    }

    private Pair AddPair(WorkbenchDbContext db, string sourceId, string text, Mapping.Mapping mapping)
    {
        var pair = new Pair { SourceId = sourceId, Text = text, Mapping = mapping, CreatedAt = time.GetUtcNow() };
        MappingStore.Propose(pair, mapping);
        return db.Pairs.Add(pair).Entity;
    }
}
